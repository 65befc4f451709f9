package io.mediapreflight.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The corpus of real files, which lies beside the repository and not in it. Tests that need it are skipped without it. */
final class Oracle {
    private Oracle() {}

    static Path directory() {
        String given = System.getProperty("corpus.dir");
        Path corpus = given != null
                ? Path.of(given)
                : repository().resolveSibling("shared").resolve("corpus");
        assumeTrue(
                Files.exists(corpus.resolve("oracle.tsv")),
                "skipped: there is no corpus of real files beside the repository (or where -Dcorpus.dir says)");
        return corpus;
    }

    static List<OracleRow> rows() throws IOException {
        return OracleRow.table(Files.readAllLines(directory().resolve("oracle.tsv")));
    }

    /** A page of {@code docs/}. */
    static Path document(String name) {
        return repository().resolve("docs").resolve(name);
    }

    private static Path repository() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve(".ci"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
