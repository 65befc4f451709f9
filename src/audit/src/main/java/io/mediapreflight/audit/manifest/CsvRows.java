package io.mediapreflight.audit.manifest;

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
                    throw new ManifestException(CsvHeader.expected("it is empty"));
                }
                if (text.holdsLoneReturn()) {
                    throw new ManifestException("The lines of the manifest end in a carriage return alone;"
                            + " save it with line feeds, so that its rows can be numbered.");
                }
                if (!isBlank(record.get())) {
                    return CsvHeader.of(record.get());
                }
            }
        } catch (RowReader.TooLongException e) {
            throw new ManifestException(CsvHeader.expected("its first row is longer than " + MAX_ROW_BYTES + " bytes"));
        } catch (CSVException e) {
            throw new ManifestException(CsvHeader.expected("the quotes in its first row do not pair"));
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
                        line,
                        "the row is longer than " + MAX_ROW_BYTES + " bytes, perhaps for a quote that is not closed"));
            } catch (CSVException e) {
                return Optional.of(RowBuilder.unreadable(line, misquoted()));
            }
        }
        return Optional.empty();
    }

    /** Why the parser gave up. */
    private String misquoted() throws IOException {
        boolean open = text.hasEnded();
        startOver();
        return open
                ? "a quote in the row is not closed"
                : "something follows a closing quote (a quote within quotes is written twice)";
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
