package io.mediapreflight.audit.manifest;

import io.mediapreflight.audit.text.ByteLines;
import io.mediapreflight.json.Json;
import io.mediapreflight.json.JsonReader;
import io.mediapreflight.json.ParsedJson;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A JSON object a line. Whatever a line holds, the next one is read. */
final class JsonlRows implements Rows {
    private final ByteLines lines;

    JsonlRows(InputStream in) {
        this.lines = new ByteLines(in, (byte) '\n', MAX_ROW_BYTES);
    }

    @Override
    public Optional<ManifestRow> next() throws IOException {
        while (lines.advance()) {
            if (lines.isTooLong()) {
                return Optional.of(RowBuilder.unreadable(
                        lines.number(), Phrase.of("audit:row.too-long").with("max", MAX_ROW_BYTES)));
            }
            if (!lines.isBlank()) {
                return Optional.of(row(lines.bytes()));
            }
        }
        return Optional.empty();
    }

    private ManifestRow row(byte[] line) {
        RowBuilder row = new RowBuilder(lines.number());
        ParsedJson parsed = JsonReader.readLine(line);
        parsed.object().ifPresent(object -> object.members().forEach(each -> member(row, each.name(), each.value())));
        return parsed.objectProblem()
                .map(what -> RowBuilder.unreadable(lines.number(), Phrase.verbatim(what)))
                .orElseGet(row::build);
    }

    private static void member(RowBuilder row, String name, Json value) {
        Optional<Column> column = Column.of(name);
        if (column.isEmpty()) {
            Column.resembling(name).ifPresent(meant -> row.misspelt(name, meant));
        } else if (row.isFirst(column.get())) {
            known(row, column.get(), value);
        }
    }

    private static void known(RowBuilder row, Column column, Json value) {
        // Databases count their rows, and exports write the count as a number.
        if (value instanceof Json.Num number && column == Column.ID) {
            row.value(column, number.text());
        } else if (value instanceof Json.Str text) {
            row.value(column, text.value());
        } else if (!(value instanceof Json.Nil)) {
            row.mistyped(column, Phrase.of("audit:row.not-a-string").with("kind", value.kind()));
        }
    }
}
