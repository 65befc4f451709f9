package io.mediapreflight.submit.journal;

import io.mediapreflight.source.SourceDigest;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What makes two requests the same: the service, the canonical body, and the bytes of the local media. Every part goes
 * in behind its length, so that no two different requests run into one another.
 */
public final class RequestDigest {
    private static final String VERSION_1 = "preflight request digest 1";
    private static final String VERSION_2 = "preflight request digest 2";

    private RequestDigest() {}

    /**
     * SHA-256 over all three, as lower-case hexadecimal digits.
     *
     * @param baseUrl compared as {@link ServiceUrl} has it, however it is spelt
     * @param mediaSha256 of each local media file, in the order of the slots
     */
    public static String of(URI baseUrl, byte[] canonicalBody, List<String> mediaSha256) {
        return of(VERSION_2, baseUrl, canonicalBody, mediaSha256);
    }

    /** The digest of the first version, by which older lines of a journal know requests, over the canonical body of that version. */
    public static String version1(URI baseUrl, byte[] canonicalBody, List<String> mediaSha256) {
        return of(VERSION_1, baseUrl, canonicalBody, mediaSha256);
    }

    private static String of(String version, URI baseUrl, byte[] canonicalBody, List<String> mediaSha256) {
        MessageDigest digest = SourceDigest.newSha256();
        add(digest, version);
        add(digest, service(baseUrl).toString());
        add(digest, canonicalBody);
        add(digest, Integer.toString(mediaSha256.size()));
        for (String item : mediaSha256) {
            add(digest, item.toLowerCase(Locale.ROOT));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * A base URL as journals compare it and write it down: without user info and query, in one spelling.
     *
     * @throws IllegalArgumentException where it is not an absolute URL with a host
     */
    public static URI service(URI baseUrl) {
        return ServiceUrl.of(baseUrl);
    }

    private static void add(MessageDigest digest, String part) {
        add(digest, part.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(part.length).flip());
        digest.update(part);
    }
}
