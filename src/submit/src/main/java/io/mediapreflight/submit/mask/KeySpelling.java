package io.mediapreflight.submit.mask;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way in which a key may be written, and how much of it gives the key away.
 *
 * @param text as it is compared, see {@link Kind}
 * @param minBeginning of this length at least: a service may show the beginning of a key only, and a response that breaks off
 *     may break off within it
 * @param minEnd of this length at least: abbreviations of a key show its end
 */
record KeySpelling(Kind kind, String text, int minBeginning, int minEnd) {
    /** A shorter key is a word of its own, or half of every sentence would be blotted out. */
    private static final int MIN_BEGINNING = 8;

    /** The last sixteen characters are half of a usual key; what is longer holds them. */
    private static final int MIN_END = 16;

    /** Each character has two digits. */
    private static final int HEX_DIGITS = 2;

    /** Eighteen bytes. */
    private static final int MIN_BASE64 = 24;

    private static final String BEARER = "Bearer ";

    /** How a spelling is compared. */
    enum Kind {
        /** In either case. */
        PLAIN,
        /** In either case, and only where neither a letter nor a digit is its neighbour. */
        WORD,
        /** In either alphabet; the whole of what it stands in is blotted out, since a key may begin at any bit of it. */
        BASE64
    }

    /** All spellings of a key; {@code decoded} is what decoding makes of the key itself, where that changes it. */
    static List<KeySpelling> all(String key, List<String> decoded) {
        List<KeySpelling> all = new ArrayList<>();
        if (key.length() < MIN_BEGINNING) {
            all.add(whole(Kind.WORD, key));
            all.add(whole(Kind.PLAIN, hex(key)));
            all.add(whole(Kind.BASE64, base64(key)));
            all.add(whole(Kind.BASE64, base64(BEARER + key)));
            return all;
        }
        Stream.concat(Stream.of(key), decoded.stream())
                .filter(form -> form.length() >= MIN_BEGINNING)
                .forEach(form -> all.add(part(Kind.PLAIN, form, MIN_BEGINNING, MIN_END)));
        all.add(part(Kind.PLAIN, hex(key), MIN_BEGINNING * HEX_DIGITS, MIN_END * HEX_DIGITS));
        for (int before = 0; before < 3; before++) {
            all.add(part(Kind.BASE64, base64Behind(before, key), MIN_BASE64, MIN_BASE64));
        }
        return all;
    }

    private static KeySpelling whole(Kind kind, String text) {
        return part(kind, text, text.length(), text.length());
    }

    private static KeySpelling part(Kind kind, String text, int minBeginning, int minEnd) {
        return new KeySpelling(
                kind, folded(kind, text), Math.min(minBeginning, text.length()), Math.min(minEnd, text.length()));
    }

    private static String hex(String key) {
        return HexFormat.of().formatHex(key.getBytes(StandardCharsets.US_ASCII));
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** What the key alone decides of its digits, where so many bytes (modulo three) stand before it. */
    private static String base64Behind(int before, String key) {
        String digits = base64("\0".repeat(before) + key);
        int undecided = (before * 8 + 5) / 6;
        boolean lastIsShared = (before + key.length()) % 3 != 0;
        return digits.substring(undecided, digits.length() - (lastIsShared ? 1 : 0));
    }

    /** Which characters of a layer belong to the key. */
    BitSet findIn(DecodedText layer, String original) {
        String where = folded(kind, layer.text());
        BitSet found = new BitSet(where.length());
        int[] beginnings = PrefixLengths.of(text, where);
        int covered = 0;
        for (int i = 0; i < beginnings.length; i++) {
            if (beginnings[i] >= minBeginning && (kind != Kind.WORD || isWord(layer, original, i))) {
                found.set(Math.max(i, covered), Math.max(covered, i + beginnings[i]));
                covered = Math.max(covered, i + beginnings[i]);
            }
        }
        if (kind != Kind.WORD) {
            findEnds(where, found);
        }
        if (kind == Kind.BASE64) {
            extend(where, found);
        }
        return found;
    }

    private void findEnds(String where, BitSet found) {
        int[] ends = PrefixLengths.ofEnds(text, where);
        int covered = ends.length;
        for (int i = ends.length - 1; i >= 0; i--) {
            if (ends[i] >= minEnd) {
                int from = i + 1 - ends[i];
                found.set(Math.min(from, covered), Math.min(i + 1, covered));
                covered = Math.min(from, covered);
            }
        }
    }

    private boolean isWord(DecodedText layer, String original, int from) {
        int start = layer.start(from);
        int end = layer.end(from + text.length() - 1);
        return (start == 0 || !isWordCharacter(original.charAt(start - 1)))
                && (end == original.length() || !isWordCharacter(original.charAt(end)));
    }

    private static boolean isWordCharacter(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
    }

    /** To the whole run of digits that something was found in; no digit is looked at twice. */
    private static void extend(String where, BitSet found) {
        for (int from = found.nextSetBit(0); from >= 0; ) {
            for (int i = from - 1; i >= 0 && !found.get(i) && isBase64(where.charAt(i)); i--) {
                found.set(i);
            }
            int to = found.nextClearBit(from);
            while (to < where.length() && (isBase64(where.charAt(to)) || where.charAt(to) == '=')) {
                found.set(to);
                to = found.nextClearBit(to);
            }
            from = found.nextSetBit(to);
        }
    }

    private static boolean isBase64(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '+' || c == '/');
    }

    private static String folded(Kind kind, String text) {
        return kind == Kind.BASE64 ? text.replace('-', '+').replace('_', '/') : lowerCase(text);
    }

    /** Character by character, so that every index stays where it is. */
    static String lowerCase(String text) {
        char[] lower = text.toCharArray();
        for (int i = 0; i < lower.length; i++) {
            lower[i] = lower[i] >= 'A' && lower[i] <= 'Z' ? (char) (lower[i] + ('a' - 'A')) : lower[i];
        }
        return new String(lower);
    }

    @Override
    public String toString() {
        return "KeySpelling[" + kind + ", " + KeyMask.SHOWN + "]";
    }
}
