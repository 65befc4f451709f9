package io.mediapreflight.probe.codec;

import io.mediapreflight.text.Phrase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Phrases as data: the key, and the values in the order of their names, so that each phrase has one spelling. It becomes
 * words in the language of the program that reads it.
 */
public final class PhraseType implements PackedType<Phrase> {
    /** The only one: it has no state. */
    public static final PhraseType INSTANCE = new PhraseType();

    /** A list of stretches of times, within a sentence, has three. Who forges bytes may claim any depth. */
    static final int MAX_DEPTH = 8;

    private static final int TEXT = 1;
    private static final int WHOLE = 2;
    private static final int DECIMAL = 3;
    private static final int PHRASE = 4;
    private static final int LIST = 5;

    private PhraseType() {}

    @Override
    public void write(PackedOutput out, Phrase phrase) {
        out.text(phrase.key());
        out.list(List.copyOf(new TreeMap<>(phrase.values()).entrySet()), named -> {
            out.text(named.getKey());
            value(out, named.getValue());
        });
    }

    private void value(PackedOutput out, Object value) {
        if (value instanceof Long number) {
            out.number(WHOLE);
            out.number(number);
        } else if (value instanceof BigDecimal number) {
            out.number(DECIMAL);
            out.text(number.toPlainString());
        } else if (value instanceof Phrase phrase) {
            out.number(PHRASE);
            write(out, phrase);
        } else if (value instanceof List<?> list) {
            out.number(LIST);
            out.list(list, each -> write(out, (Phrase) each));
        } else {
            out.number(TEXT);
            out.text((String) value);
        }
    }

    @Override
    public Phrase read(PackedInput in) throws CorruptEncodingException {
        return read(in, 1);
    }

    private Phrase read(PackedInput in, int depth) throws CorruptEncodingException {
        PackedInput.require(depth <= MAX_DEPTH);
        String key = in.text();
        TreeMap<String, Object> values = new TreeMap<>();
        for (Map.Entry<String, Object> each : in.list(() -> Map.entry(in.text(), value(in, depth)))) {
            PackedInput.require(values.isEmpty() || each.getKey().compareTo(values.lastKey()) > 0);
            values.put(each.getKey(), each.getValue());
        }
        return new Phrase(key, values);
    }

    private Object value(PackedInput in, int depth) throws CorruptEncodingException {
        return switch ((int) in.number(TEXT, LIST)) {
            case TEXT -> in.text();
            case WHOLE -> in.number();
            case DECIMAL -> decimal(in.text());
            case PHRASE -> read(in, depth + 1);
            default -> in.list(() -> read(in, depth + 1));
        };
    }

    /** Only as it is written: an exponent would be written out in digits, a gigabyte of them if it says so. */
    private static BigDecimal decimal(String digits) throws CorruptEncodingException {
        PackedInput.require(digits.indexOf('E') < 0 && digits.indexOf('e') < 0);
        try {
            BigDecimal number = new BigDecimal(digits);
            PackedInput.require(number.toPlainString().equals(digits));
            return number;
        } catch (NumberFormatException e) {
            throw new CorruptEncodingException();
        }
    }
}
