package io.mediapreflight.submit;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that a mistyped one was probably meant to be. */
final class Suggestion {
    /** Two slips of the finger in a name of ordinary length; more in a longer one. */
    private static final int MIN_DISTANCE = 2;

    /** A name that is far longer than any known one resembles none. */
    private static final int MAX_NAME = 64;

    private Suggestion() {}

    static Optional<String> of(String name, Collection<String> known) {
        if (name.length() > MAX_NAME) {
            return Optional.empty();
        }
        return known.stream()
                .filter(candidate -> distance(plain(name), plain(candidate)) <= allowed(candidate))
                .min(Comparator.comparingInt((String candidate) -> distance(plain(name), plain(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int allowed(String candidate) {
        return Math.min(candidate.length() / 2, Math.max(MIN_DISTANCE, candidate.length() / 4));
    }

    /** {@code characterOrientation} is {@code character_orientation} to whoever types it. */
    private static String plain(String name) {
        return name.replaceAll("[_\\s-]", "").toLowerCase(Locale.ROOT);
    }

    /** Insertions, deletions, replacements and exchanges of neighbours that make one of the other. */
    static int distance(String from, String to) {
        int[] before = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                boolean same = from.charAt(i - 1) == to.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                boolean exchanged = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                if (exchanged) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[to.length()];
    }
}
