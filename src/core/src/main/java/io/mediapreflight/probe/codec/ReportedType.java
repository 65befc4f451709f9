package io.mediapreflight.probe.codec;

import java.util.Optional;

/** How the values of a type are reported under the key of a fact. */
public interface ReportedType<T> {
    /** The types of columns. */
    enum Column {
        TEXT("TEXT"),
        INTEGER("INTEGER"),
        REAL("REAL"),

        /** True or false, where columns have that type; else 1 or 0. */
        FLAG("INTEGER");

        private final String sql;

        Column(String sql) {
            this.sql = sql;
        }

        /** The type, as SQLite names it. */
        public String sql() {
            return sql;
        }
    }

    /** The type of a database's column for the values. */
    Column column();

    /** Hands a value to a sink under a key. */
    void report(FactSink sink, String key, T value);

    /** What is not known is not reported. */
    default ReportedType<Optional<T>> optional() {
        return new OptionalType<>(this);
    }

    /** A value that may not be known. */
    record OptionalType<T>(ReportedType<T> type) implements ReportedType<Optional<T>> {
        @Override
        public Column column() {
            return type.column();
        }

        @Override
        public void report(FactSink sink, String key, Optional<T> value) {
            if (value.isPresent()) {
                type.report(sink, key, value.get());
            }
        }
    }
}
