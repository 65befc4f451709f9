package io.mediapreflight.ffmpeg.mutation;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the samples are. */
final class Repository {
    private Repository() {}

    static Path testdata(String name) {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve(".ci"))) {
            directory = directory.getParent();
        }
        return directory.resolve("testdata").resolve(name);
    }
}
