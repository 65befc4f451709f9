package io.mediapreflight.spec;

import io.mediapreflight.text.Messages;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;

/**
 * The maximum size of a file. The page says "MB", which may be 1,000,000 bytes or 1,048,576, so there are two bounds;
 * a limit of your own is exact, and both are equal.
 *
 * @param strictBytes the maximum size under the strict reading, 1 or more
 * @param generousBytes above here it is over the limit under every reading, {@code strictBytes} or more
 */
public record SizeLimit(long strictBytes, long generousBytes) {
    private static final long DECIMAL = 1_000_000;
    private static final long BINARY = 1_048_576;

    public SizeLimit {
        if (strictBytes < 1) {
            throw new RefusedValueException(Phrase.of("limits:size"));
        }
        if (generousBytes < strictBytes) {
            throw new RefusedValueException(Phrase.of("limits:generous").with("strict", strictBytes));
        }
    }

    /** In the page's words. */
    public static SizeLimit megabytes(long count) {
        if (count < 1 || count > Long.MAX_VALUE / BINARY) {
            throw new IllegalArgumentException("not a number of megabytes: " + count);
        }
        return new SizeLimit(count * DECIMAL, count * BINARY);
    }

    /** Exactly so many. */
    public static SizeLimit bytes(long count) {
        return new SizeLimit(count, count);
    }

    /** Whether there is one reading only. */
    public boolean isExact() {
        return strictBytes == generousBytes;
    }

    @Override
    public String toString() {
        if (strictBytes % DECIMAL == 0 && generousBytes == strictBytes / DECIMAL * BINARY) {
            return strictBytes / DECIMAL + " MB";
        }
        Phrase strict = bytesPhrase(strictBytes);
        return isExact()
                ? strict.toString()
                : Messages.current().grouped(strictBytes)
                        + Messages.current().text("list.or")
                        + bytesPhrase(generousBytes);
    }

    private static Phrase bytesPhrase(long count) {
        return Phrase.of("unit.bytes").with("value", count);
    }
}
