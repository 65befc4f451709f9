package io.mediapreflight.cli.fix;

import io.mediapreflight.UnreachableException;
import io.mediapreflight.cli.objects.ObjectOptions;
import io.mediapreflight.cli.objects.ObjectSession;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.RemoteSource;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.source.TemporaryEntry;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The files that copies are made of: FFmpeg opens files by their names, so that an object is downloaded for it. */
final class Originals {
    private final ObjectSession objects;

    Originals(ObjectSession objects) {
        this.objects = objects;
    }

    /** A file while it is needed; closing it deletes what was downloaded. */
    record Original(Path file, Optional<TemporaryEntry> download) implements AutoCloseable {
        @Override
        public void close() {
            download.ifPresent(TemporaryEntry::close);
        }
    }

    /**
     * The file of an original.
     *
     * @throws UnreachableException where it is an object that cannot be downloaded, or is too large for that
     */
    Original open(SourceName source) throws IOException {
        if (!ObjectOptions.isObject(source.path())) {
            return new Original(PathNames.path(source.path()), Optional.empty());
        }
        try (RemoteSource object = source(source)) {
            TemporaryEntry download = object.toFile()
                    .orElseThrow(() -> new UnreachableException(
                            Outcome.UNKNOWN, Phrase.of("cli:object-too-large"), Fix.of(Phrase.of("fix.fetch"))));
            return new Original(download.path(), Optional.of(download));
        }
    }

    /** An object. */
    RemoteSource source(SourceName source) throws IOException {
        return objects.source(source.path()).orElseThrow();
    }
}
