package io.mediapreflight.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The repository's README, found from wherever in it the tests run. */
final class Readme {
    private Readme() {}

    static Path repository() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve(".ci"))) {
            directory = directory.getParent();
        }
        return directory;
    }

    static String text() throws IOException {
        return Files.readString(repository().resolve("README.md"));
    }
}
