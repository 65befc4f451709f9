package io.mediapreflight.probe.codec;

import java.util.ArrayList;
import java.util.List;

/**
 * The one description of the facts in a record: how each is called, what type it has, and where it is. Reports, the columns
 * and the bytes of a cache, and the bytes on the way to a worker are all made from it, so a new fact is a component of the
 * record and a line in its description. Nothing here looks a name up or reflects: an audit asks a million times, and a check
 * of one file should not wait for a class a line either.
 *
 * @param <R> the record
 */
public final class FactTable<R> {
    private final R blank;
    private final Description<R> description;

    /** @param blank any record, whose facts are replaced by what is read */
    public FactTable(R blank, Description<R> description) {
        this.blank = blank;
        this.description = description;
    }

    /** Passes every fact of a record through a port, in the order in which they are reported and encoded. */
    @FunctionalInterface
    public interface Description<R> {
        /** Returns the record of what the port gave back. */
        <E extends Exception> R pass(R record, FactPort<E> port) throws E;
    }

    /** Passes on every fact that is known. */
    public void report(R record, FactSink sink) {
        description.pass(record, new Reporting(sink));
    }

    /** All that {@link #report} may report, in the same order. */
    public List<FactKey> keys() {
        Naming naming = new Naming(new ArrayList<>());
        description.pass(blank, naming);
        return List.copyOf(naming.keys());
    }

    public void write(R record, PackedOutput out) {
        description.pass(record, new Writing(out));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException where the record refuses what was read
     */
    public R read(PackedInput in) throws CorruptEncodingException {
        return description.pass(blank, new Reading(in));
    }

    private record Reporting(FactSink sink) implements FactPort<RuntimeException> {
        @Override
        public <T> T fact(String key, FactType<T> type, String title, T value) {
            type.report(sink, key, value);
            return value;
        }

        @Override
        public <T> T packed(PackedType<T> type, T value) {
            return value;
        }

        @Override
        public <T> void reported(String key, ReportedType<T> type, String title, T value) {
            type.report(sink, key, value);
        }
    }

    private record Writing(PackedOutput out) implements FactPort<RuntimeException> {
        @Override
        public <T> T fact(String key, FactType<T> type, String title, T value) {
            return packed(type, value);
        }

        @Override
        public <T> T packed(PackedType<T> type, T value) {
            type.write(out, value);
            return value;
        }

        @Override
        public <T> void reported(String key, ReportedType<T> type, String title, T value) {
            // It follows from what is written.
        }
    }

    private record Reading(PackedInput in) implements FactPort<CorruptEncodingException> {
        @Override
        public <T> T fact(String key, FactType<T> type, String title, T value) throws CorruptEncodingException {
            return packed(type, value);
        }

        @Override
        public <T> T packed(PackedType<T> type, T value) throws CorruptEncodingException {
            return type.read(in);
        }

        @Override
        public <T> void reported(String key, ReportedType<T> type, String title, T value) {
            // It follows from what is read.
        }
    }

    private record Naming(List<FactKey> keys) implements FactPort<RuntimeException> {
        @Override
        public <T> T fact(String key, FactType<T> type, String title, T value) {
            reported(key, type, title, value);
            return value;
        }

        @Override
        public <T> T packed(PackedType<T> type, T value) {
            return value;
        }

        @Override
        public <T> void reported(String key, ReportedType<T> type, String title, T value) {
            keys.add(new FactKey(key, type.column(), title));
        }
    }
}
