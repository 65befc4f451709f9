package io.mediapreflight.submit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blots a key out of a text: as it is, escaped for JSON, a URL or HTML, or cut off at the end of the text. */
final class KeyMask {
    static final String SHOWN = "***";

    /** A shorter key is a word of its own, or half of every sentence would be blotted out. */
    private static final int MIN_PART = 8;

    /** Whatever follows {@code Bearer} and looks like a token: a service may echo another one's. */
    private static final Pattern BEARER =
            Pattern.compile("(?i)\\b(Bearer)(\\s{1,8}|%20|\\+|\\\\u0020)[A-Za-z0-9._~+/=%\\\\-]{8,}");

    private final Pattern key;
    private final String text;

    KeyMask(String text) {
        this.text = text;
        StringBuilder spellings = new StringBuilder();
        text.chars().forEach(c -> spellings.append(spellings((char) c)));
        String border = text.length() < MIN_PART ? "[A-Za-z0-9_]" : "(?!)";
        key = Pattern.compile("(?<!" + border + ")" + spellings + "(?!" + border + ")");
    }

    /** The ways in which one character of the key may be written. Each is bounded, or a long run of them takes for ever. */
    private static String spellings(char c) {
        String hex = "(?i:" + String.format("%02x", (int) c) + ")";
        return "(?:\\\\{0,7}" + Pattern.quote(String.valueOf(c)) + "|\\\\{1,7}u00" + hex + "|%(?:25){0,3}" + hex
                + "|&#[xX]0{0,6}" + hex + ";|&#0{0,6}" + (int) c + ";)";
    }

    String apply(String other) {
        String masked = key.matcher(other).replaceAll(SHOWN);
        masked = BEARER.matcher(masked).replaceAll(match -> Matcher.quoteReplacement(match.group(1) + " " + SHOWN));
        return withoutCutEnd(masked);
    }

    /** An answer that breaks off may break off within the key. */
    private String withoutCutEnd(String other) {
        for (int length = Math.min(text.length() - 1, other.length()); length >= MIN_PART; length--) {
            if (other.regionMatches(other.length() - length, text, 0, length)) {
                return other.substring(0, other.length() - length) + SHOWN;
            }
        }
        return other;
    }
}
