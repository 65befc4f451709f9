package io.mediapreflight.ffmpeg.message;

import io.mediapreflight.probe.codec.PackedOutput;
import io.mediapreflight.text.Phrase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes phrases as data; {@link PhraseReader} reads them. */
final class PhraseWriter {
    static final int TEXT = 1;
    static final int WHOLE = 2;
    static final int DECIMAL = 3;
    static final int PHRASE = 4;
    static final int LIST = 5;

    private final PackedOutput out;

    PhraseWriter(PackedOutput out) {
        this.out = out;
    }

    void phrase(Phrase phrase) {
        out.text(phrase.key());
        out.list(List.copyOf(new TreeMap<>(phrase.values()).entrySet()), this::value);
    }

    private void value(Map.Entry<String, Object> named) {
        out.text(named.getKey());
        Object value = named.getValue();
        if (value instanceof Long number) {
            out.number(WHOLE);
            out.number(number);
        } else if (value instanceof BigDecimal number) {
            out.number(DECIMAL);
            out.text(number.toString());
        } else if (value instanceof Phrase phrase) {
            out.number(PHRASE);
            phrase(phrase);
        } else if (value instanceof List<?> list) {
            out.number(LIST);
            out.list(list.stream().map(Phrase.class::cast).toList(), this::phrase);
        } else {
            out.number(TEXT);
            out.text(value.toString());
        }
    }
}
