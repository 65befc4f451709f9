package io.mediapreflight.ffmpeg;

import io.mediapreflight.fixture.Corpus;
import io.mediapreflight.fixture.Testdata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the samples are, and the corpus of real files, which lies beside the repository and not in it. */
final class Places {
    private Places() {}

    static Path testdata(String name) {
        return Testdata.file(name);
    }

    /** A page of {@code docs/}. */
    static Path document(String name) {
        return Testdata.repository().resolve("docs").resolve(name);
    }

    /** Every file of the corpus, in an order that does not change. */
    static List<Path> corpusFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Corpus.directory())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
