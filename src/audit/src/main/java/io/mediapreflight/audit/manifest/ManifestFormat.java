package io.mediapreflight.audit.manifest;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/** How the rows of a manifest are written. */
enum ManifestFormat {
    CSV,
    TSV,
    JSONL;

    /** Room for the blank lines before the first row of a file whose name does not show its format. */
    private static final int MAX_BLANKS = 4096;

    /** Enough of the first row to see what separates its columns. */
    private static final int MAX_HEADER = 8192;

    /** What the name says. */
    static Optional<ManifestFormat> of(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "csv" -> Optional.of(CSV);
            case "tsv" -> Optional.of(TSV);
            case "jsonl", "ndjson" -> Optional.of(JSONL);
            default -> Optional.empty();
        };
    }

    /** What the first byte that is not blank says. The stream supports marks and is left where it was. */
    static ManifestFormat of(InputStream in) throws IOException {
        in.mark(MAX_BLANKS);
        byte[] start = in.readNBytes(MAX_BLANKS);
        in.reset();
        int i = 0;
        while (i < start.length && (start[i] == ' ' || start[i] == '\t' || start[i] == '\r' || start[i] == '\n')) {
            i++;
        }
        return i < start.length && start[i] == '{' ? JSONL : CSV;
    }

    /**
     * What separates the columns in the first row that is not blank: a comma; a semicolon, which spreadsheets write where the comma
     * is in the numbers; or a tab. The stream supports marks and is left where it was.
     */
    static char separator(InputStream in) throws IOException {
        in.mark(MAX_HEADER);
        String start = new String(in.readNBytes(MAX_HEADER), StandardCharsets.ISO_8859_1).stripLeading();
        in.reset();
        String row = start.lines().findFirst().orElse("");
        for (char separator : new char[] {',', ';', '\t'}) {
            if (row.indexOf(separator) >= 0) {
                return separator;
            }
        }
        return ',';
    }

    /**
     * The text behind a byte order mark, which spreadsheets write.
     *
     * @throws ManifestException where the mark is that of UTF-16
     */
    static InputStream behindMark(InputStream in) throws IOException {
        BOMInputStream text = BOMInputStream.builder()
                .setInputStream(in)
                .setByteOrderMarks(ByteOrderMark.UTF_8, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE)
                .get();
        if (text.hasBOM(ByteOrderMark.UTF_16LE) || text.hasBOM(ByteOrderMark.UTF_16BE)) {
            throw new ManifestException(Phrase.of("audit:manifest.utf16"));
        }
        return text;
    }
}
