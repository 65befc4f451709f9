package io.mediapreflight.audit.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** How the rows of a manifest are written. */
enum Format {
    CSV,
    TSV,
    JSONL;

    /** Room for the blank lines before the first row of a file whose name does not tell what it is. */
    private static final int MAX_BLANKS = 4096;

    private static final int BYTE_ORDER_MARK = 3;

    /** What the name says. */
    static Optional<Format> of(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "csv" -> Optional.of(CSV);
            case "tsv" -> Optional.of(TSV);
            case "jsonl", "ndjson" -> Optional.of(JSONL);
            default -> Optional.empty();
        };
    }

    /** What the first byte that is not blank says. The stream supports marks and is left where it was. */
    static Format of(InputStream in) throws IOException {
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
     * Passes over a byte order mark, which spreadsheets write.
     *
     * @param in supports marks
     * @throws ManifestException where it is that of UTF-16
     */
    static void passOverMark(InputStream in) throws IOException {
        in.mark(BYTE_ORDER_MARK);
        byte[] start = in.readNBytes(BYTE_ORDER_MARK);
        if (begins(start, 0xFF, 0xFE) || begins(start, 0xFE, 0xFF)) {
            throw new ManifestException("The manifest is written in UTF-16; save it as UTF-8.");
        }
        if (!begins(start, 0xEF, 0xBB, 0xBF)) {
            in.reset();
        }
    }

    private static boolean begins(byte[] start, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
