package io.mediapreflight.benchmarks.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The repository's own samples. */
public final class Testdata {
    private static final String NAME = "testdata";

    private Testdata() {}

    /** Found from the working directory, which is the repository or a directory in it. */
    public static Path directory() throws IOException {
        return repository().resolve(NAME);
    }

    /** The repository. */
    public static Path repository() throws IOException {
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null && !Files.isDirectory(directory.resolve(NAME))) {
            directory = directory.getParent();
        }
        if (directory == null) {
            throw new IOException("Run the benchmarks in the repository: testdata/ is measured.");
        }
        return directory;
    }
}
