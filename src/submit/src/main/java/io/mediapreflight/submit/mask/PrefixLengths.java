package io.mediapreflight.submit.mask;

/** How much of a pattern stands at each place of a text, by the Z algorithm: in time linear in both, without recursion. */
final class PrefixLengths {
    private PrefixLengths() {}

    /** For each index of the text, the length of the longest beginning of the pattern that stands there. */
    static int[] of(String pattern, String text) {
        return of(pattern.toCharArray(), text.toCharArray());
    }

    /** For each index of the text, the length of the longest end of the pattern that ends there, that index included. */
    static int[] ofEnds(String pattern, String text) {
        int[] lengths = of(reversed(pattern), reversed(text));
        for (int i = 0; i < lengths.length / 2; i++) {
            int opposite = lengths.length - 1 - i;
            int length = lengths[i];
            lengths[i] = lengths[opposite];
            lengths[opposite] = length;
        }
        return lengths;
    }

    private static int[] of(char[] pattern, char[] text) {
        int[] own = new int[pattern.length];
        fill(own, pattern, own, pattern, 1);
        if (own.length > 0) {
            own[0] = own.length;
        }
        int[] lengths = new int[text.length];
        fill(lengths, text, own, pattern, 0);
        return lengths;
    }

    /** Everything before {@code right} is compared already, and equals the pattern from its beginning at {@code left} on. */
    private static void fill(int[] lengths, char[] text, int[] own, char[] pattern, int first) {
        int left = 0;
        int right = 0;
        for (int i = first; i < text.length; i++) {
            int length = i < right ? Math.min(right - i, own[i - left]) : 0;
            while (length < pattern.length && i + length < text.length && text[i + length] == pattern[length]) {
                length++;
            }
            lengths[i] = length;
            if (i + length > right) {
                left = i;
                right = i + length;
            }
        }
    }

    /** Surrogates stay as they are, so that indexes can be turned round. */
    private static char[] reversed(String text) {
        char[] reversed = new char[text.length()];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = text.charAt(reversed.length - 1 - i);
        }
        return reversed;
    }
}
