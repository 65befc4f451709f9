package io.mediapreflight.audit.cache;

import io.mediapreflight.Inspection;
import io.mediapreflight.Preflight;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.source.FileStamp;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Files to keep, and what is seen of them. */
final class CacheSamples {
    static final Instant NOW = Instant.parse("2026-01-31T12:00:00.123456789Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOW);

    /** The shortest facts there are. */
    static final Probed GIF = Probed.named(Format.GIF, Kind.IMAGE);

    private static final Path REPOSITORY = repository();

    private CacheSamples() {}

    static Path testdata(String name) {
        return REPOSITORY.resolve("testdata").resolve(name);
    }

    static List<Path> testdata() throws IOException {
        try (Stream<Path> files = Files.list(REPOSITORY.resolve("testdata"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static Probed probed(Path file) {
        return ((Inspection.Seen) Preflight.standard().inspect(file)).probed();
    }

    static Inspection.Seen seen(Probed probed, long bytes) {
        return new Inspection.Seen(probed, ByteCount.exactly(bytes), 77, 0);
    }

    /** A file that has not been touched for an hour. */
    static FileState state(String path, long size) {
        return new FileState(Path.of(path), size, FileTime.from(NOW.minus(Duration.ofHours(1))), OptionalLong.of(7));
    }

    static FileState state(Path file) throws IOException {
        FileStamp stamp = FileStamp.of(file);
        return new FileState(file, stamp.size(), stamp.modified(), OptionalLong.empty());
    }

    private static Path repository() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve(".ci"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
