package io.mediapreflight.audit.manifest;

import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** Which column of a CSV file is which. */
final class CsvHeader {
    /** A manifest has six, and a hand-kept table some dozens; each is looked at for every row. */
    static final int MAX_COLUMNS = 1000;

    private static final int SHOWN = 10;

    private final int size;
    private final List<Known> known = new ArrayList<>();
    private final List<Misspelt> misspelt = new ArrayList<>();

    private record Known(int index, Column column) {}

    private record Misspelt(String name, String meant) {}

    private CsvHeader(int size) {
        this.size = size;
    }

    /**
     * Reads the first row.
     *
     * @throws ManifestException where the manifest cannot be read by it
     */
    static CsvHeader of(CSVRecord first) throws ManifestException {
        if (first.size() > MAX_COLUMNS) {
            throw new ManifestException(Phrase.of("audit:manifest.columns")
                    .with("count", first.size())
                    .with("max", MAX_COLUMNS));
        }
        CsvHeader header = new CsvHeader(first.size());
        Set<Column> seen = EnumSet.noneOf(Column.class);
        for (int i = 0; i < first.size(); i++) {
            String name = first.get(i).strip().toLowerCase(Locale.ROOT);
            Optional<Column> column = Column.of(name);
            if (column.isPresent() && !seen.add(column.get())) {
                throw new ManifestException(Phrase.of("audit:manifest.column-twice")
                        .with("column", column.get().id()));
            }
            header.add(i, name, column);
        }
        if (!seen.contains(Column.IMAGE) && !seen.contains(Column.VIDEO)) {
            throw new ManifestException(expected(shown(first)));
        }
        return header;
    }

    /** The sentence for a manifest without a header. */
    static Phrase expected(Phrase but) {
        return Phrase.of("audit:manifest.header").with("but", but);
    }

    private static Phrase shown(CSVRecord first) {
        List<Phrase> names = first.stream()
                .limit(SHOWN)
                .map(name -> Phrase.of("audit:name").with("name", Excerpt.of(name)))
                .toList();
        return Phrase.of(first.size() > SHOWN ? "audit:manifest.but.row-more" : "audit:manifest.but.row")
                .with("names", names);
    }

    private void add(int index, String name, Optional<Column> column) {
        if (column.isPresent()) {
            known.add(new Known(index, column.get()));
        } else {
            Column.resembling(name).ifPresent(meant -> misspelt.add(new Misspelt(name, meant)));
        }
    }

    /** Whether a row has as many cells as there are columns. */
    boolean fits(CSVRecord cells) {
        return cells.size() == size;
    }

    /** The row of these cells. The first one also has what is wrong with the header, which is so said once. */
    ManifestRow row(long line, CSVRecord cells) {
        if (!fits(cells)) {
            Phrase what =
                    Phrase.of("audit:row.cells").with("cells", cells.size()).with("columns", size);
            return RowBuilder.unreadable(line, what);
        }
        RowBuilder row = new RowBuilder(line);
        known.forEach(each -> row.value(each.column(), cells.get(each.index())));
        misspelt.forEach(each -> row.misspelt(each.name(), each.meant()));
        misspelt.clear();
        return row.build();
    }
}
