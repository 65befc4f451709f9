package io.mediapreflight.corpus;

import io.mediapreflight.fixture.Corpus;
import io.mediapreflight.fixture.Testdata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What other programs say of the files of the corpus. */
final class Oracle {
    private Oracle() {}

    static List<OracleRow> rows() throws IOException {
        return OracleRow.table(Files.readAllLines(Corpus.directory().resolve("oracle.tsv")));
    }

    /** A page of {@code docs/}. */
    static Path document(String name) {
        return Testdata.repository().resolve("docs").resolve(name);
    }
}
