package io.mediapreflight.audit.baseline;

import io.mediapreflight.audit.text.ByteLines;
import io.mediapreflight.json.JsonReader;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the lines of a baseline, all of them or none. */
final class BaselineReader {
    private final ByteLines lines;
    private final int maxEntries;
    private final Shared shared = new Shared();
    private long bytes;
    private boolean isFirstSchema;

    BaselineReader(InputStream in, int maxEntries) {
        this.lines = new ByteLines(in, (byte) '\n', JsonReader.MAX_BYTES);
        this.maxEntries = maxEntries;
    }

    /** The entries sorted by source, as {@link Baseline} looks them up. */
    Entry[] read() throws IOException {
        if (!nextLine()) {
            throw new BaselineException(
                    Phrase.of("audit:baseline.empty").with("schema", "{\"schema\":\"" + Baseline.SCHEMA + "\"}"));
        }
        isFirstSchema = EntryLine.readSchema(lines.number(), lines.bytes());
        List<Entry> entries = new ArrayList<>();
        while (nextLine()) {
            if (entries.size() == maxEntries) {
                throw new BaselineException(
                        lines.number(), Phrase.of("audit:baseline.too-many").with("max", maxEntries));
            }
            entries.add(EntryLine.readEntry(lines.number(), lines.bytes(), isFirstSchema, shared));
        }
        entries.sort(Comparator.comparing(Entry::source));
        return entries.toArray(Entry[]::new);
    }

    /** Whether what was read compared words, which are ignored. */
    boolean ignoresWords() {
        return isFirstSchema;
    }

    /** The next line that is not blank: a merge may leave blank ones. */
    private boolean nextLine() throws IOException {
        while (lines.advance()) {
            bytes += lines.length();
            if (lines.isTooLong()) {
                throw new BaselineException(
                        lines.number(),
                        Phrase.of("audit:baseline.line-too-long").with("max", JsonReader.MAX_BYTES));
            }
            if (bytes > Baseline.MAX_BYTES) {
                throw new BaselineException(
                        lines.number(), Phrase.of("audit:baseline.too-long").with("max", Baseline.MAX_BYTES));
            }
            if (!lines.isBlank()) {
                return true;
            }
        }
        return false;
    }
}
