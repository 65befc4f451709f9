package io.mediapreflight.probe.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one description of the facts in a record: how each is called, what type it has, and where it is. Reports, the columns
 * and the bytes of a cache, and the bytes on the way to a worker are all made from it, so a new fact is a component of the
 * record and a line in its table. Nothing here looks a name up or reflects: an audit asks a million times.
 *
 * @param <R> the record
 * @param <B> its builder
 */
public final class FactTable<R, B> {
    private final List<Packed<R, B, ?>> packed;
    private final List<Told<R, ?>> told;
    private final Supplier<B> builder;
    private final Function<B, R> build;

    private FactTable(Lines<R, B> lines, Supplier<B> builder, Function<B, R> build) {
        this.packed = List.copyOf(lines.packed);
        this.told = List.copyOf(lines.told);
        this.builder = builder;
        this.build = build;
    }

    /** Hands on every fact that is known, in the order of the table. */
    public void tell(R record, FactSink sink) {
        for (Told<R, ?> each : told) {
            each.tell(record, sink);
        }
    }

    /** All that {@link #tell} may tell, in the same order. */
    public List<FactKey> keys() {
        return told.stream().map(Told::key).toList();
    }

    public void write(R record, PackedOutput out) {
        for (Packed<R, B, ?> each : packed) {
            each.write(record, out);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException where the record refuses what was read
     */
    public R read(PackedInput in) throws CorruptEncodingException {
        B values = builder.get();
        for (Packed<R, B, ?> each : packed) {
            each.read(in, values);
        }
        return build.apply(values);
    }

    /** The lines of a table, in the order in which facts are reported and encoded. */
    public static final class Lines<R, B> {
        private final List<Packed<R, B, ?>> packed = new ArrayList<>();
        private final List<Told<R, ?>> told = new ArrayList<>();

        /** Without a line yet. */
        public Lines() {}

        /** A component that is reported as it is. */
        public <T> Lines<R, B> fact(
                String key, FactType<T> type, String title, Function<R, T> get, BiConsumer<B, T> set) {
            told(key, type.told(), title, get);
            return packed(type.packed(), get, set);
        }

        /** A component that is not reported, or not as it is. */
        public <T> Lines<R, B> packed(PackedType<T> type, Function<R, T> get, BiConsumer<B, T> set) {
            packed.add(new Packed<>(type, get, set));
            return this;
        }

        /** A fact that follows from components. */
        public <T> Lines<R, B> told(String key, ToldType<T> type, String title, Function<R, T> get) {
            told.add(new Told<>(new FactKey(key, type.column(), title), type.teller(), get));
            return this;
        }

        /** The finished table. */
        public FactTable<R, B> build(Supplier<B> builder, Function<B, R> build) {
            return new FactTable<>(this, builder, build);
        }
    }

    private record Packed<R, B, T>(PackedType<T> type, Function<R, T> get, BiConsumer<B, T> set) {
        void write(R record, PackedOutput out) {
            type.write(out, get.apply(record));
        }

        void read(PackedInput in, B values) throws CorruptEncodingException {
            set.accept(values, type.read(in));
        }
    }

    private record Told<R, T>(FactKey key, ToldType.Teller<T> teller, Function<R, T> get) {
        void tell(R record, FactSink sink) {
            teller.tell(sink, key.name(), get.apply(record));
        }
    }
}
