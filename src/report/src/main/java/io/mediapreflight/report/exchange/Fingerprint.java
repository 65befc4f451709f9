package io.mediapreflight.report.exchange;

import io.mediapreflight.source.SourceName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a finding is recognised by from one run to the next: its rule, its file and its place in a request, and no word of its message. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(String rule, String path, SourceName part, SourceName whole) {
        MessageDigest digest = sha256();
        for (byte[] each : new byte[][] {
            rule.getBytes(StandardCharsets.UTF_8),
            path.getBytes(StandardCharsets.UTF_8),
            FileUri.identity(part),
            FileUri.identity(whole)
        }) {
            digest.update(each);
            digest.update((byte) 0xFF); // in no text of either encoding by itself: parts cannot run into each other
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
