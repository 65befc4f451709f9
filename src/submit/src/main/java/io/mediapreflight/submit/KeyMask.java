package io.mediapreflight.submit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blots a key out of a text: as it is, escaped for JSON, a URL or HTML, in base64 or hexadecimal, with characters between
 * that nobody sees, or the beginning of it alone.
 */
final class KeyMask {
    static final String SHOWN = "***";

    /** A shorter key is a word of its own, or half of every sentence would be blotted out. */
    private static final int MIN_PART = 8;

    /** Whatever follows {@code Bearer} and looks like a token: a service may echo another one's. */
    private static final Pattern BEARER =
            Pattern.compile("(?i)\\b(Bearer)(\\s{1,8}|%20|\\+|\\\\u0020)[A-Za-z0-9._~+/=%\\\\-]{8,}");

    /** What is not seen, or blotted out later, as it is and escaped for JSON. */
    private static final String UNSEEN = "(?:[\\p{Cc}\\p{Cf}]|\\\\{1,7}(?:[bfnrt]"
            + "|u(?i:00[01][0-9a-f]|007f|00[89][0-9a-f]|00ad|061c|200[b-f]|202[a-e]|206[0-9a-f]|feff))){1,8}+";

    private final Pattern key;
    private final Pattern encoded;
    private final Pattern beginning;
    private final List<Pattern> rest = new ArrayList<>();

    KeyMask(String text) {
        StringBuilder spellings = new StringBuilder();
        text.chars().forEach(c -> spellings.append(spellings((char) c)));
        String border = text.length() < MIN_PART ? "[A-Za-z0-9_]" : "(?!)";
        key = Pattern.compile("(?<!" + border + ")" + spellings + "(?!" + border + ")", Pattern.CASE_INSENSITIVE);
        encoded = Pattern.compile(base64(text) + "|" + base64("Bearer " + text) + "|(?i:" + hex(text) + ")");
        StringBuilder first = new StringBuilder(text.length() < MIN_PART ? "(?!)" : "");
        for (int i = 0; i < text.length(); i++) {
            String next = spellings(text.charAt(i));
            if (i < MIN_PART) {
                first.append("(?>")
                        .append(i == 0 ? "" : "(?:" + UNSEEN + ")?")
                        .append(next)
                        .append(')');
            } else {
                rest.add(Pattern.compile("(?>" + next + "|" + UNSEEN + next + ")", Pattern.CASE_INSENSITIVE));
            }
        }
        beginning = Pattern.compile(first.toString(), Pattern.CASE_INSENSITIVE);
    }

    /** The ways in which one character of the key may be written. Each is bounded, or a long run of them takes for ever. */
    private static String spellings(char c) {
        String hex = "(?i:" + String.format("%02x", (int) c) + ")";
        return "(?:\\\\{0,7}" + Pattern.quote(String.valueOf(c)) + "|\\\\{1,7}u00" + hex + "|%(?:25){0,3}" + hex
                + "|&#[xX]0{0,6}" + hex + ";|&#0{0,6}" + (int) c + ";)";
    }

    /** Of either alphabet, with padding or without. */
    private static String base64(String text) {
        String digits = Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
        return digits.replace("+", "[-+]").replace("/", "(?:\\\\{0,7}/|_)") + "={0,2}";
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    String apply(String other) {
        String masked = key.matcher(other).replaceAll(SHOWN);
        masked = encoded.matcher(masked).replaceAll(SHOWN);
        masked = BEARER.matcher(masked).replaceAll(match -> Matcher.quoteReplacement(match.group(1) + " " + SHOWN));
        return withoutBeginnings(masked);
    }

    /** A service may show the beginning of a key only, and an answer that breaks off may break off within it. */
    private String withoutBeginnings(String other) {
        StringBuilder masked = new StringBuilder();
        Matcher found = beginning.matcher(other);
        int from = 0;
        while (found.find(from)) {
            masked.append(other, from, found.start()).append(SHOWN);
            from = endOfPart(other, found.end());
        }
        return masked.append(other, from, other.length()).toString();
    }

    /** How far the key goes on. */
    private int endOfPart(String other, int beginningEnd) {
        int end = beginningEnd;
        for (Pattern next : rest) {
            Matcher matcher = next.matcher(other).region(end, other.length());
            if (!matcher.lookingAt()) {
                return end;
            }
            end = matcher.end();
        }
        return end;
    }
}
