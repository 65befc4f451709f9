package io.mediapreflight.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        List<String> lines = Files.readAllLines(directory().resolve("oracle.tsv"));
        String[] names = lines.get(0).split("\t", -1);
        List<OracleRow> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> columns = new HashMap<>();
            for (int i = 0; i < Math.min(names.length, cells.length); i++) {
                columns.put(names[i], cells[i]);
            }
            rows.add(new OracleRow(columns));
        }
        return rows;
    }

    private static Path repository() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve(".ci"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
