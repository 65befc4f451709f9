package io.mediapreflight.probe.codec;

import java.util.Optional;

/** How the values of a type are reported under the key of a fact. */
public interface ToldType<T> {
    /** The types of columns, as SQL names them. */
    enum Column {
        TEXT,
        INTEGER,
        REAL
    }

    /** The type of a database's column for the values. */
    Column column();

    /** Hands a value to a sink under a key. */
    void tell(FactSink sink, String key, T value);

    /** What is not known is not reported. */
    default ToldType<Optional<T>> optional() {
        return new OptionalType<>(this);
    }

    /** A value that may not be known. */
    record OptionalType<T>(ToldType<T> type) implements ToldType<Optional<T>> {
        @Override
        public Column column() {
            return type.column();
        }

        @Override
        public void tell(FactSink sink, String key, Optional<T> value) {
            if (value.isPresent()) {
                type.tell(sink, key, value.get());
            }
        }
    }
}
