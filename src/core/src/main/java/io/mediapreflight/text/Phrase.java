package io.mediapreflight.text;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sentence or a part of one, as data: its key among the {@link Messages}, and the values that fill it. Phrases are
 * compared by these, and become text only where they are shown.
 *
 * @param key which text it is
 * @param values by their names in the text: strings, whole numbers ({@link Long}), {@link BigDecimal}s, phrases, or
 *     lists of phrases
 */
public record Phrase(String key, Map<String, Object> values) {
    private static final String VERBATIM = "verbatim";
    private static final String TEXT = "text";

    public Phrase {
        values = Map.copyOf(values);
        for (Object value : values.values()) {
            if (!isValue(value)) {
                throw new IllegalArgumentException("a phrase cannot hold a " + value.getClass());
            }
        }
    }

    private static boolean isValue(Object value) {
        return value instanceof String
                || value instanceof Long
                || value instanceof BigDecimal
                || value instanceof Phrase
                || (value instanceof List<?> list && list.stream().allMatch(Phrase.class::isInstance));
    }

    /** A text without values. */
    public static Phrase of(String key) {
        return new Phrase(key, Map.of());
    }

    /** Words that come from outside, such as a caller's own or an operating system's. */
    public static Phrase verbatim(String words) {
        return of(VERBATIM).with(TEXT, words);
    }

    /** The same with a text as the value of this name. */
    public Phrase with(String name, String value) {
        return withValue(name, value);
    }

    /** The same with a whole number, which is shown in groups of three digits. */
    public Phrase with(String name, long value) {
        return withValue(name, value);
    }

    /** The same with a decimal number, which is shown as it is. */
    public Phrase with(String name, BigDecimal value) {
        return withValue(name, value);
    }

    /** The same with another phrase as the value of this name. */
    public Phrase with(String name, Phrase value) {
        return withValue(name, value);
    }

    /** The same with a list of phrases. */
    public Phrase with(String name, List<Phrase> value) {
        return withValue(name, List.copyOf(value));
    }

    private Phrase withValue(String name, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(name, value);
        return new Phrase(key, more);
    }

    /** In the language of the user. */
    @Override
    public String toString() {
        return Messages.current().text(this);
    }
}
