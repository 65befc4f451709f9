package io.mediapreflight.ffmpeg.message;

import io.mediapreflight.probe.codec.CorruptEncodingException;
import io.mediapreflight.probe.codec.PackedInput;
import io.mediapreflight.text.Phrase;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link PhraseWriter} wrote. */
final class PhraseReader {
    /** A list of stretches of times, within a sentence: three. A worker that went mad may claim any depth. */
    private static final int MAX_DEPTH = 8;

    private final PackedInput in;
    private int depth;

    PhraseReader(PackedInput in) {
        this.in = in;
    }

    Phrase phrase() throws CorruptEncodingException {
        if (++depth > MAX_DEPTH) {
            throw new CorruptEncodingException();
        }
        String key = in.text();
        List<Map.Entry<String, Object>> values = in.list(this::value);
        depth--;
        Map<String, Object> named = new HashMap<>();
        values.forEach(each -> named.put(each.getKey(), each.getValue()));
        return new Phrase(key, named);
    }

    private Map.Entry<String, Object> value() throws CorruptEncodingException {
        String name = in.text();
        return Map.entry(
                name,
                switch ((int) in.number(PhraseWriter.TEXT, PhraseWriter.LIST)) {
                    case PhraseWriter.TEXT -> in.text();
                    case PhraseWriter.WHOLE -> in.number();
                    case PhraseWriter.DECIMAL -> decimal(in.text());
                    case PhraseWriter.PHRASE -> phrase();
                    default -> in.list(this::phrase);
                });
    }

    /** No figure of ours has an exponent, which would be written out in digits. */
    private static BigDecimal decimal(String digits) throws CorruptEncodingException {
        if (digits.indexOf('E') >= 0 || digits.indexOf('e') >= 0) {
            throw new CorruptEncodingException();
        }
        return new BigDecimal(digits);
    }
}
