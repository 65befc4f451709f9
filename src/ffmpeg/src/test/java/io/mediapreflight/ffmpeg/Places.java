package io.mediapreflight.ffmpeg;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the samples are, and the corpus of real files, which lies beside the repository and not in it. */
final class Places {
    private Places() {}

    static Path testdata(String name) {
        return repository().resolve("testdata").resolve(name);
    }

    /** A page of {@code docs/}. */
    static Path document(String name) {
        return repository().resolve("docs").resolve(name);
    }

    /** The rows of a table in {@code testdata/}, without its head, as cells. */
    static Stream<List<String>> rows(String table) throws IOException {
        return Files.readAllLines(testdata(table)).stream().skip(1).map(line -> List.of(line.split("\t", -1)));
    }

    /** Skips the test where there is no corpus. */
    static Path corpus() {
        String given = System.getProperty("corpus.dir");
        Path corpus = given != null
                ? Path.of(given)
                : repository().resolveSibling("shared").resolve("corpus");
        assumeTrue(
                Files.exists(corpus.resolve("oracle.tsv")),
                "skipped: there is no corpus of real files beside the repository (or where -Dcorpus.dir says)");
        return corpus;
    }

    /** Every file of the corpus, in an order that does not change. */
    static List<Path> corpusFiles() throws IOException {
        try (Stream<Path> files = Files.walk(corpus())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path repository() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve(".ci"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
