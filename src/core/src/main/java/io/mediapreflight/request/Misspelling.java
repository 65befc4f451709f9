package io.mediapreflight.request;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The known name that a mistyped one was probably meant to be. */
public final class Misspelling {
    /** A name that is far longer than any known one resembles none of them. */
    private static final int MAX_NAME = 64;

    private Misspelling() {}

    /**
     * The nearest of the known names; of several equally near ones, the first.
     *
     * @param slips the maximum number of typing errors: insertions, deletions, replacements and exchanges of
     *     neighbours, whatever the case and the separators
     */
    public static Optional<String> meant(String name, List<String> known, ToIntFunction<String> slips) {
        if (name.length() > MAX_NAME) {
            return Optional.empty();
        }
        String plain = plain(name);
        return known.stream()
                .filter(each -> distance(plain, plain(each)) <= slips.applyAsInt(each))
                .min(Comparator.comparingInt(each -> distance(plain, plain(each))));
    }

    /** {@code characterOrientation} is {@code character_orientation} in another style. */
    private static String plain(String name) {
        return name.replaceAll("[_\\s-]", "").toLowerCase(Locale.ROOT);
    }

    private static int distance(String from, String to) {
        int[] before = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, replaced);
                if (isExchange(from, i, to, j)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[to.length()];
    }

    private static boolean isExchange(String from, int i, String to, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
