package io.mediapreflight.cli.options;

import java.util.OptionalInt;

/** How many files may be open at once. */
public final class ThreadCount {
    /** More would only queue up for the disk. */
    public static final int MAX = 1024;

    private ThreadCount() {}

    /** The number that a text is, from 1 to {@link #MAX}; empty for any other text. */
    public static OptionalInt of(String text) {
        if (!text.matches("\\d{1,4}")) {
            return OptionalInt.empty();
        }
        int count = Integer.parseInt(text);
        return count >= 1 && count <= MAX ? OptionalInt.of(count) : OptionalInt.empty();
    }
}
