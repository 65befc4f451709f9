package io.mediapreflight.report;

import io.mediapreflight.report.exchange.CsvReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table as Commons CSV reads it. */
final class CsvTable {
    private CsvTable() {}

    /** A report with commas. */
    static Report commas(OutputStream out) {
        return new CsvReport(out, ',');
    }

    /** All rows, the titles among them. */
    static List<CSVRecord> rows(byte[] table, char delimiter) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new InputStreamReader(new ByteArrayInputStream(table), StandardCharsets.UTF_8))
                .setFormat(format)
                .get()) {
            return parser.getRecords();
        }
    }

    /** Whether a spreadsheet would calculate it, as OWASP lists that, blanks before it or not. */
    static boolean isFormula(String cell) {
        return cell.matches("(?s)[\\s\\p{Zs}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*");
    }

    static String guarded(String text) {
        return isFormula(text) ? "'" + text : text;
    }
}
