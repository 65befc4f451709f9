package io.mediapreflight.probe.codec;

import java.util.List;
import java.util.Optional;

/** How the values of a type are encoded, exactly. */
public interface PackedType<T> {
    void write(PackedOutput out, T value);

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException where the value guards itself, and refuses what was read
     */
    T read(PackedInput in) throws CorruptEncodingException;

    /** A flag, and the value where there is one. */
    default PackedType<Optional<T>> optional() {
        return new OptionalType<>(this);
    }

    /** How many there are, and each of them. */
    default PackedType<List<T>> list() {
        return new ListType<>(this);
    }

    /** A value that may not be known. */
    record OptionalType<T>(PackedType<T> type) implements PackedType<Optional<T>> {
        @Override
        public void write(PackedOutput out, Optional<T> value) {
            out.optional(value, known -> type.write(out, known));
        }

        @Override
        public Optional<T> read(PackedInput in) throws CorruptEncodingException {
            return in.optional(() -> type.read(in));
        }
    }

    /** Any number of values. */
    record ListType<T>(PackedType<T> type) implements PackedType<List<T>> {
        @Override
        public void write(PackedOutput out, List<T> values) {
            out.list(values, each -> type.write(out, each));
        }

        @Override
        public List<T> read(PackedInput in) throws CorruptEncodingException {
            return in.list(() -> type.read(in));
        }
    }
}
