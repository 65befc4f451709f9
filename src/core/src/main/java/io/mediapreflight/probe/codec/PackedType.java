package io.mediapreflight.probe.codec;

import java.util.List;
import java.util.Optional;

/**
 * How the values of a type are encoded, exactly.
 *
 * @param writer writes a value
 * @param reader reads what the writer wrote. It may throw an {@link IllegalArgumentException} where the value guards itself.
 */
public record PackedType<T>(Writer<T> writer, Reader<T> reader) {
    /** Writes a value. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(PackedOutput out, T value);
    }

    /** Reads a value. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(PackedInput in) throws CorruptEncodingException;
    }

    /** By a name of its own, which outlives a new order of the constants. */
    public static <E extends Enum<E>> PackedType<E> of(EnumIds<E> ids) {
        return new PackedType<>((out, value) -> out.text(ids.of(value)), in -> ids.named(in.text()));
    }

    public void write(PackedOutput out, T value) {
        writer.write(out, value);
    }

    public T read(PackedInput in) throws CorruptEncodingException {
        return reader.read(in);
    }

    public PackedType<Optional<T>> optional() {
        return new PackedType<>(
                (out, value) -> {
                    out.flag(value.isPresent());
                    if (value.isPresent()) {
                        writer.write(out, value.get());
                    }
                },
                in -> in.flag() ? Optional.of(reader.read(in)) : Optional.empty());
    }

    public PackedType<List<T>> list() {
        return new PackedType<>(
                (out, values) -> {
                    out.number(values.size());
                    for (T value : values) {
                        writer.write(out, value);
                    }
                },
                in -> in.list(() -> reader.read(in)));
    }
}
