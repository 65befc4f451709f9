package io.mediapreflight.validation;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.io.SpooledSource;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.source.GuardedSource;
import io.mediapreflight.source.Source;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.source.TemporaryEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The types of values that the constraints know by themselves. */
final class StandardValues implements ValueCheck {
    @Override
    public Optional<MediaVerdict> check(Object value, Preflight preflight, Subject subject) {
        if (value instanceof Path path) {
            return Optional.of(preflight.check(path, subject));
        }
        if (value instanceof byte[] bytes) {
            return Optional.of(preflight.check(BytesSource.of(bytes), subject));
        }
        if (value instanceof Source source) {
            return Optional.of(preflight.check(source, subject));
        }
        if (value instanceof Supplier<?> supplier) {
            return opened(supplier, preflight, subject);
        }
        return Optional.empty();
    }

    private static Optional<MediaVerdict> opened(Supplier<?> supplier, Preflight preflight, Subject subject) {
        long start = System.nanoTime();
        try {
            Object value = get(supplier);
            if (!(value instanceof InputStream stream)) {
                return Optional.empty();
            }
            try (InputStream in = stream;
                    SpooledSource spooled = SpooledSource.of(in, preflight.limits())) {
                return Optional.of(check(spooled, preflight, subject));
            }
        } catch (IOException e) {
            return Optional.of(preflight.unreadable(SourceName.none(), e, System.nanoTime() - start));
        }
    }

    /** An examiner opens files by their names. */
    private static MediaVerdict check(SpooledSource spooled, Preflight preflight, Subject subject) throws IOException {
        if (!preflight.isExamining() || !spooled.isComplete()) {
            return preflight.check(spooled, subject);
        }
        try (TemporaryEntry file = spooled.toFile()) {
            return preflight.check(file.path(), subject).named(SourceName.none());
        }
    }

    private static Object get(Supplier<?> supplier) throws IOException {
        try {
            return supplier.get();
        } catch (RuntimeException e) {
            throw GuardedSource.accident(e);
        }
    }
}
