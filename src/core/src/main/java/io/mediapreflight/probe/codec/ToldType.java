package io.mediapreflight.probe.codec;

import java.util.Optional;

/**
 * How the values of a type are reported under the key of a fact.
 *
 * @param column the type of a database's column for them
 * @param teller hands a value to a sink
 */
public record ToldType<T>(Column column, Teller<T> teller) {
    /** The types of columns, as SQL names them. */
    public enum Column {
        TEXT,
        INTEGER,
        REAL
    }

    /** Hands a value to a sink under a key. */
    @FunctionalInterface
    public interface Teller<T> {
        void tell(FactSink sink, String key, T value);
    }

    /** What is not known is not reported. */
    public ToldType<Optional<T>> optional() {
        return new ToldType<>(column, (sink, key, value) -> {
            if (value.isPresent()) {
                teller.tell(sink, key, value.get());
            }
        });
    }
}
