package io.mediapreflight.submit.mask;

import io.mediapreflight.request.url.SigningParameters;
import io.mediapreflight.submit.mask.DecodedText.Backslashes;
import java.util.BitSet;

/**
 * Blots the values of signing parameters out of a text: who has them can fetch what the URL names. They are found by the names of
 * the parameters, as they are or escaped for JSON, a URL or HTML, since a service may repeat a URL of a request that is long gone.
 * It takes time linear in the text.
 */
public final class SignedQueries {
    private static final String NAME_MARKS = "-_.";
    private static final String ENDS = "&\"'<>\\`#";

    /** Of a longer name the end decides: the beginning is no part of it. */
    private static final int MAX_NAME = 40;

    private SignedQueries() {}

    /** The text with the names alone. */
    public static String masked(String text) {
        if (text.indexOf('=') < 0 && text.indexOf('%') < 0 && text.indexOf('\\') < 0 && text.indexOf('&') < 0) {
            return text;
        }
        BitSet blots = new BitSet(text.length());
        DecodedText original = DecodedText.of(text);
        mark(original, blots);
        KeyMask.layers(original, Backslashes.DROPPED).forEach(layer -> mark(layer, blots));
        return KeyMask.blotted(text, blots);
    }

    private static void mark(DecodedText layer, BitSet blots) {
        String text = KeySpelling.lowerCase(layer.text());
        int from = 0;
        for (int equals = text.indexOf('='); equals >= 0; equals = text.indexOf('=', from)) {
            from = equals + 1;
            if (SigningParameters.isSecret(nameBefore(text, equals))) {
                int end = endOfValue(text, from);
                if (end > from) {
                    blots.set(layer.start(from), layer.end(end - 1));
                }
                from = end;
            }
        }
    }

    private static String nameBefore(String text, int end) {
        int start = end;
        while (start > 0 && end - start < MAX_NAME && isOfName(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    private static boolean isOfName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || NAME_MARKS.indexOf(c) >= 0;
    }

    /** A URL has neither blanks nor other characters than those of ASCII: behind them a sentence goes on. */
    private static int endOfValue(String text, int from) {
        int end = from;
        while (end < text.length() && isOfValue(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfValue(char c) {
        return c > ' ' && c < 0x7F && ENDS.indexOf(c) < 0;
    }
}
