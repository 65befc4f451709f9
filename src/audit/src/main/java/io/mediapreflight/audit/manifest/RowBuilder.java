package io.mediapreflight.audit.manifest;

import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.request.RequestDefect.Kind;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SurrogateEscape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers one row. */
final class RowBuilder {
    /** An id names the row in every report, so it must be one that fits a line; a UUID has 36. */
    static final int MAX_ID_CHARS = 1000;

    /** As many as a person fixes at a time: a row of a megabyte has room for a hundred thousand misspelt keys. */
    static final int MAX_DEFECTS = 100;

    private final long line;
    private final Map<Column, String> values = new EnumMap<>(Column.class);
    private final Set<Column> seen = EnumSet.noneOf(Column.class);
    private final Set<Column> doubled = EnumSet.noneOf(Column.class);
    private final List<RequestDefect> defects = new ArrayList<>();

    RowBuilder(long line) {
        this.line = line;
    }

    /** A row of which nothing is known but what is wrong with it. */
    static ManifestRow unreadable(long line, Phrase what) {
        RowBuilder row = new RowBuilder(line);
        row.defect(Kind.NOT_JSON, "", what);
        return row.build();
    }

    /** Whether this is the first time that the row speaks of the column. A second time is a defect. */
    boolean isFirst(Column column) {
        boolean first = seen.add(column);
        if (!first && doubled.add(column)) {
            defect(Kind.DUPLICATE, column.id(), Phrase.of("request-defect.twice"));
        }
        return first;
    }

    void value(Column column, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (column == Column.ID && text.length() > MAX_ID_CHARS) {
            mistyped(
                    column,
                    Phrase.of("audit:row.id-too-long")
                            .with("count", text.length())
                            .with("max", MAX_ID_CHARS));
        } else if (!column.isPath() && !SurrogateEscape.isUnicode(text)) {
            mistyped(column, Phrase.of("audit:row.not-utf8"));
        } else if (column.isPath() && !isName(text)) {
            mistyped(column, Phrase.of("audit:row.not-a-name"));
        } else {
            values.put(column, text);
        }
    }

    /** JSON can spell what no bytes make: a surrogate that stands for no byte. */
    private static boolean isName(String text) {
        return text.indexOf('\0') < 0
                && (SurrogateEscape.isUnicode(text)
                        || SurrogateEscape.decode(SurrogateEscape.encode(text)).equals(text));
    }

    void mistyped(Column column, Phrase what) {
        defect(Kind.MISTYPED, column.id(), what);
    }

    /** A name that is not known but resembles one that is. */
    void misspelt(String name, String meant) {
        defect(
                Kind.UNKNOWN_FIELD,
                name,
                Phrase.of("request-defect.unknown-meant").with("name", meant));
    }

    private void defect(Kind kind, String path, Phrase what) {
        if (defects.size() < MAX_DEFECTS) {
            defects.add(new RequestDefect(kind, path, what));
        }
    }

    ManifestRow build() {
        return new ManifestRow(
                line,
                of(Column.ID),
                of(Column.IMAGE),
                of(Column.VIDEO),
                of(Column.PROMPT),
                of(Column.RESOLUTION),
                of(Column.ORIENTATION),
                defects);
    }

    private Optional<String> of(Column column) {
        return Optional.ofNullable(values.get(column));
    }
}
