package io.mediapreflight.audit.manifest;

import io.mediapreflight.audit.text.PipedInput;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A table of requests that are yet to be made, a row each, read one row at a time: the memory it takes does not grow with
 * the table. A row that cannot be read is a row with defects, and reading goes on behind it.
 *
 * <pre>{@code
 * try (Manifest manifest = Manifest.open(Path.of("requests.csv"))) {
 *     for (Optional<ManifestRow> row = manifest.next(); row.isPresent(); row = manifest.next()) {
 *         judge(row.get());
 *     }
 * }
 * }</pre>
 *
 * <p>Not safe for use by several threads.
 */
public final class Manifest implements Closeable {
    private final InputStream in;
    private final Rows rows;

    private Manifest(InputStream in, Rows rows) {
        this.in = in;
        this.rows = rows;
    }

    /**
     * Opens a manifest. Its format follows from the extension (csv, tsv, jsonl, ndjson), else the first byte that is not blank:
     * a brace begins JSON Lines, anything else CSV.
     *
     * @throws ManifestException where no row of it can be read
     */
    public static Manifest open(Path path) throws IOException {
        return open(PipedInput.open(path), String.valueOf(path.getFileName()));
    }

    /** Takes the stream over, and closes it where it cannot be read. */
    static Manifest open(InputStream stream, String name) throws IOException {
        try {
            InputStream in = new BufferedInputStream(ManifestFormat.behindMark(stream));
            Optional<ManifestFormat> named = ManifestFormat.of(name);
            return new Manifest(in, rows(named.isPresent() ? named.get() : ManifestFormat.of(in), in));
        } catch (IOException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    private static Rows rows(ManifestFormat format, InputStream in) throws IOException {
        return switch (format) {
            case CSV -> new CsvRows(in, ManifestFormat.separator(in));
            case TSV -> new CsvRows(in, '\t');
            case JSONL -> new JsonlRows(in);
        };
    }

    /** The next row; empty at the end. */
    public Optional<ManifestRow> next() throws IOException {
        return rows.next();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
