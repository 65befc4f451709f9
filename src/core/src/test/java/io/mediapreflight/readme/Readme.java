package io.mediapreflight.readme;

import io.mediapreflight.fixture.Testdata;
import java.io.IOException;
import java.nio.file.Files;

/** The repository's README, found from wherever in it the tests run. */
final class Readme {
    private Readme() {}

    static String text() throws IOException {
        return Files.readString(Testdata.repository().resolve("README.md"));
    }
}
