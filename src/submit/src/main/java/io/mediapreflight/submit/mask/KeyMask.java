package io.mediapreflight.submit.mask;

import io.mediapreflight.submit.mask.DecodedText.Backslashes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Blots a key out of a text: as it is, escaped for JSON, a URL or HTML, in base64 or hexadecimal, with characters between
 * that are invisible, or the beginning or the end of it alone. It takes time linear in the text and no recursion, whatever
 * the key and the text are: both may be the work of an attacker.
 */
public final class KeyMask {
    /** What stands in place of the key. */
    public static final String SHOWN = "***";

    /** What is escaped more often than this is no echo of a header. */
    private static final int MAX_PASSES = 8;

    private final List<KeySpelling> spellings;
    private final boolean hasBackslashes;

    /** Masks this key. */
    public KeyMask(String key) {
        spellings = KeySpelling.all(key, decodedForms(key));
        hasBackslashes = key.indexOf('\\') >= 0;
    }

    /** A key may look like an escape itself, and is then decoded with the text that it stands in. */
    private static List<String> decodedForms(String key) {
        List<String> forms = new ArrayList<>();
        for (DecodedText layer : layers(DecodedText.of(key), Backslashes.DROPPED)) {
            forms.add(layer.text());
        }
        return forms;
    }

    static List<DecodedText> layers(DecodedText original, Backslashes backslashes) {
        List<DecodedText> layers = new ArrayList<>();
        Optional<DecodedText> layer = original.decoded(backslashes);
        while (layer.isPresent() && layers.size() < MAX_PASSES) {
            layers.add(layer.get());
            layer = layer.get().decoded(backslashes);
        }
        return layers;
    }

    /** The text without the key, however it is spelt in it. */
    public String apply(String text) {
        BitSet blots = new BitSet(text.length());
        DecodedText original = DecodedText.of(text);
        mark(original, text, blots);
        layers(original, Backslashes.DROPPED).forEach(layer -> mark(layer, text, blots));
        if (hasBackslashes) {
            layers(original, Backslashes.PAIRED).forEach(layer -> mark(layer, text, blots));
        }
        return BearerTokens.masked(blotted(text, blots));
    }

    private void mark(DecodedText layer, String original, BitSet blots) {
        for (KeySpelling spelling : spellings) {
            BitSet found = spelling.findIn(layer, original);
            for (int from = found.nextSetBit(0); from >= 0; ) {
                int to = found.nextClearBit(from);
                blots.set(layer.start(from), layer.end(to - 1));
                from = found.nextSetBit(to);
            }
        }
    }

    static String blotted(String text, BitSet blots) {
        StringBuilder masked = new StringBuilder(text.length());
        int from = 0;
        for (int blot = blots.nextSetBit(0); blot >= 0; blot = blots.nextSetBit(from)) {
            masked.append(text, from, blot).append(SHOWN);
            from = blots.nextClearBit(blot);
        }
        return masked.append(text, from, text.length()).toString();
    }
}
