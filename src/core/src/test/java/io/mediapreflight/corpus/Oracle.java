package io.mediapreflight.corpus;

import io.mediapreflight.fixture.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What other programs say of the files of the corpus. */
final class Oracle {
    private Oracle() {}

    static List<OracleRow> rows() throws IOException {
        List<String> lines = Files.readAllLines(Corpus.directory().resolve("oracle.tsv"));
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
}
