package io.mediapreflight.ffmpeg.message;

import io.mediapreflight.probe.codec.PackedOutput;
import io.mediapreflight.spec.Limits;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A profile of limits in a few digits: another profile has others. */
public final class LimitsDigest {
    private static final int BYTES = 16; // by chance, two of a million profiles share them once in 10^26 times

    private LimitsDigest() {}

    /** Hexadecimal digits. */
    public static String of(Limits limits) {
        PackedOutput out = new PackedOutput();
        new LimitsWriter(out).limits(limits);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
            return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
