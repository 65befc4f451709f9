package io.mediapreflight.request.url;

import java.util.Optional;

/** The ASCII form of a label (RFC 3492), without the {@code xn--} before it. */
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_CODE_POINT = 0x80;

    private Punycode() {}

    /**
     * The text that a label stands for.
     *
     * @param label letters in lower case; no longer than a label may be, as the time grows with the square of its length
     * @return empty where it stands for no text
     */
    static Optional<String> decode(String label) {
        int hyphen = label.lastIndexOf('-');
        StringBuilder text = new StringBuilder(hyphen < 0 ? "" : label.substring(0, hyphen));
        int bias = FIRST_BIAS;
        long codePoint = FIRST_CODE_POINT;
        long i = 0;
        int count = text.length();
        int at = hyphen + 1;
        while (at < label.length()) {
            long before = i;
            long weight = 1;
            int threshold;
            int digit;
            int k = BASE;
            do {
                digit = at < label.length() ? digit(label.charAt(at++)) : -1;
                if (digit < 0) {
                    return Optional.empty();
                }
                i += digit * weight;
                threshold = threshold(k, bias);
                weight *= BASE - threshold;
                k += BASE;
                if (i > Integer.MAX_VALUE || weight > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
            } while (digit >= threshold);
            count++;
            bias = adapted(i - before, count, before == 0);
            codePoint += i / count;
            i %= count;
            if (!Character.isValidCodePoint((int) Math.min(codePoint, Integer.MAX_VALUE))) {
                return Optional.empty();
            }
            text.insert(text.offsetByCodePoints(0, (int) i), Character.toChars((int) codePoint));
            i++;
        }
        return Optional.of(text.toString());
    }

    /** The label for a text; its time grows with the square of the length. */
    static String encode(String text) {
        int[] codePoints = text.codePoints().toArray();
        StringBuilder label = new StringBuilder();
        text.chars().filter(c -> c < FIRST_CODE_POINT).forEach(c -> label.append((char) c));
        int basic = label.length();
        if (basic > 0) {
            label.append('-');
        }
        int done = basic;
        int bias = FIRST_BIAS;
        int last = FIRST_CODE_POINT;
        long delta = 0;
        while (done < codePoints.length) {
            int next = nextFrom(codePoints, last);
            delta += (long) (next - last) * (done + 1);
            for (int c : codePoints) {
                if (c < next) {
                    delta++;
                } else if (c == next) {
                    append(label, delta, bias);
                    bias = adapted(delta, done + 1, done == basic);
                    delta = 0;
                    done++;
                }
            }
            delta++;
            last = next + 1;
        }
        return label.toString();
    }

    private static int nextFrom(int[] codePoints, int from) {
        int next = Integer.MAX_VALUE;
        for (int c : codePoints) {
            next = c >= from ? Math.min(next, c) : next;
        }
        return next;
    }

    private static void append(StringBuilder label, long delta, int bias) {
        long rest = delta;
        int k = BASE;
        int threshold = threshold(k, bias);
        while (rest >= threshold) {
            label.append(character((int) (threshold + (rest - threshold) % (BASE - threshold))));
            rest = (rest - threshold) / (BASE - threshold);
            k += BASE;
            threshold = threshold(k, bias);
        }
        label.append(character((int) rest));
    }

    private static int threshold(int k, int bias) {
        return Math.max(T_MIN, Math.min(T_MAX, k - bias));
    }

    private static int adapted(long delta, int count, boolean first) {
        long rest = first ? delta / DAMP : delta / 2;
        rest += rest / count;
        int k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        return (int) (k + (BASE - T_MIN + 1) * rest / (rest + SKEW));
    }

    private static int digit(char c) {
        if ('a' <= c && c <= 'z') {
            return c - 'a';
        }
        return '0' <= c && c <= '9' ? c - '0' + 26 : -1;
    }

    private static char character(int digit) {
        return (char) (digit < 26 ? 'a' + digit : '0' + digit - 26);
    }
}
