package io.mediapreflight.probe.codec;

import java.util.Optional;

/** The type of a fact: how it is encoded exactly, for caches and workers, and how it is reported. */
public interface FactType<T> extends PackedType<T>, ReportedType<T> {
    /** What is not known takes a byte in the encoding, and is not reported. */
    @Override
    default FactType<Optional<T>> optional() {
        return new IfKnown<>(this);
    }

    /** A fact that may not be known. */
    record IfKnown<T>(FactType<T> type) implements FactType<Optional<T>> {
        @Override
        public Column column() {
            return type.column();
        }

        @Override
        public void write(PackedOutput out, Optional<T> value) {
            out.optional(value, known -> type.write(out, known));
        }

        @Override
        public Optional<T> read(PackedInput in) throws CorruptEncodingException {
            return in.optional(() -> type.read(in));
        }

        @Override
        public void report(FactSink sink, String key, Optional<T> value) {
            if (value.isPresent()) {
                type.report(sink, key, value.get());
            }
        }
    }
}
