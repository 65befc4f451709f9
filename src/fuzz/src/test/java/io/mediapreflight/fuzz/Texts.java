package io.mediapreflight.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mediapreflight.text.SafeText;
import io.mediapreflight.text.SurrogateEscape;
import java.util.Arrays;
import java.util.stream.Stream;

/** Bytes as text, and what must hold of text that people get. */
public final class Texts {
    private static final int MAX_LENGTH = 100_000;

    private Texts() {}

    /** UTF-8, in which half a character stands for each byte that is not. */
    public static String of(byte[] bytes) {
        return SurrogateEscape.decode(bytes);
    }

    /** Seeds from texts. */
    public static Stream<byte[]> seeds(String... texts) {
        return Arrays.stream(texts).map(text -> text.getBytes(UTF_8));
    }

    /** Fails where text that is shown hides something, breaks its line or runs on. */
    public static void requireShown(String text) {
        if (SafeText.holdsHidden(text) || text.length() > MAX_LENGTH) {
            throw new AssertionError("not fit to be shown: " + SafeText.of(text));
        }
    }

    /** Fails unless so. */
    public static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(SafeText.of(otherwise));
        }
    }

    /** Fails where two values are not equal. */
    public static void requireSame(Object one, Object other, String what) {
        if (!one.equals(other)) {
            throw new AssertionError(SafeText.of(what + ": " + one + " and " + other));
        }
    }
}
