package io.mediapreflight.audit.manifest;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV file, quoted as in RFC 4180. Rows of nothing but empty cells are passed over. */
final class CsvRows implements Rows {
    private final RowReader text;
    private final CSVFormat format;
    private final CsvHeader header;
    private Iterator<CSVRecord> records;
    private boolean ended;

    /**
     * Reads the header.
     *
     * @throws ManifestException where there is none that names a column for images or videos
     */
    CsvRows(InputStream in, char delimiter) throws IOException {
        this.text = new RowReader(in);
        this.format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        this.records = parser();
        this.header = readHeader();
    }

    private Iterator<CSVRecord> parser() throws IOException {
        return CSVParser.builder().setReader(text).setFormat(format).get().iterator();
    }

    private CsvHeader readHeader() throws IOException {
        try {
            while (true) {
                text.startRow();
                Optional<CSVRecord> record = record();
                if (record.isEmpty()) {
                    throw new ManifestException(CsvHeader.expected(Phrase.of("audit:manifest.but.empty")));
                }
                if (text.holdsLoneReturn()) {
                    throw new ManifestException(Phrase.of("audit:manifest.line-ends"));
                }
                if (!isBlank(record.get())) {
                    return CsvHeader.of(record.get());
                }
            }
        } catch (RowReader.TooLongException e) {
            throw new ManifestException(
                    CsvHeader.expected(Phrase.of("audit:manifest.but.too-long").with("max", MAX_ROW_BYTES)));
        } catch (CSVException e) {
            throw new ManifestException(CsvHeader.expected(Phrase.of("audit:manifest.but.quotes")));
        }
    }

    @Override
    public Optional<ManifestRow> next() throws IOException {
        while (!ended) {
            long line = text.startRow();
            try {
                Optional<CSVRecord> record = record();
                ended = record.isEmpty();
                if (record.isPresent() && !isBlank(record.get())) {
                    if (text.isOfSeveralLines() && !header.fits(record.get())) {
                        startOver(); // a quote that is not closed has run up to the next one, over rows of their own
                    }
                    return Optional.of(header.row(line, record.get()));
                }
            } catch (RowReader.TooLongException e) {
                startOver();
                return Optional.of(RowBuilder.unreadable(
                        line, Phrase.of("audit:row.too-long-quote").with("max", MAX_ROW_BYTES)));
            } catch (CSVException e) {
                return Optional.of(RowBuilder.unreadable(line, misquoted()));
            }
        }
        return Optional.empty();
    }

    /** Why the parser gave up. */
    private Phrase misquoted() throws IOException {
        boolean open = text.hasEnded();
        startOver();
        return Phrase.of(open ? "audit:row.quote-open" : "audit:row.quote-followed");
    }

    /** The parser that gave up is of no more use: another one goes on with the line behind the row's first. */
    private void startOver() throws IOException {
        text.goBack();
        ended = false;
        records = parser();
    }

    private Optional<CSVRecord> record() throws IOException {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(String::isEmpty);
    }
}
