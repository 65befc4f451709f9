package io.mediapreflight.benchmarks;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The files that are measured: those of {@code testdata/}, and large ones made from them. */
final class Samples {
    /** A clip of 90 MB: the small one with a {@code free} box behind it, whose content is a hole in the file. */
    static final String LARGE_VIDEO = "clip-90-MB.mp4";

    /** 5,000 samples with durations and sizes of their own, in tables of 60 KB at the end of the file. */
    static final String LONG_TABLES = "clip-60-KB-of-tables.mp4";

    /** The small one with 300 KB of room in {@code moov}, in front of its tracks. */
    static final String LARGE_MOOV = "clip-300-KB-of-moov.mp4";

    private static final String SMALL_VIDEO = "clip-4s-faststart.mp4";
    private static final String MOOV_AT_END = "clip-4s-moov-at-end.mp4";
    private static final int FILLING = 90_000_000;

    private final Path testdata;
    private final Map<String, Path> made;

    private Samples(Path testdata, Map<String, Path> made) {
        this.testdata = testdata;
        this.made = made;
    }

    static Samples none() {
        return new Samples(Path.of(""), Map.of());
    }

    /** Found from the working directory, which is the repository or a directory in it. */
    static Samples make() throws IOException {
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null && !Files.isDirectory(directory.resolve("testdata"))) {
            directory = directory.getParent();
        }
        if (directory == null) {
            throw new IOException("run the benchmarks in the repository: testdata/ is measured");
        }
        Path testdata = directory.resolve("testdata");
        GrownMovie movie = new GrownMovie(Files.readAllBytes(testdata.resolve(MOOV_AT_END)));
        return new Samples(
                testdata,
                Map.of(
                        LARGE_VIDEO,
                        large(testdata),
                        LONG_TABLES,
                        written(movie.withLongTables()),
                        LARGE_MOOV,
                        written(movie.withRoomInFrontOfTracks())));
    }

    private static Path large(Path testdata) throws IOException {
        Path large = written(Files.readAllBytes(testdata.resolve(SMALL_VIDEO)));
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            long start = file.length();
            file.seek(start);
            file.writeInt(FILLING);
            file.writeBytes("free");
            file.setLength(start + FILLING);
        }
        return large;
    }

    private static Path written(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile("preflight-", ".mp4"), bytes);
    }

    Path path(String file) {
        return made.getOrDefault(file, testdata.resolve(file));
    }

    void delete() throws IOException {
        for (Path file : made.values()) {
            Files.deleteIfExists(file);
        }
    }
}
