package io.mediapreflight.report.exchange;

import io.mediapreflight.Verdict;
import io.mediapreflight.report.Report;
import io.mediapreflight.report.Summary;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.spec.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A table for spreadsheets (RFC 4180, UTF-8): a row for each finding and each advice, and one for what has neither. Its columns
 * never change their order; new ones come last. No cell is a formula, and none divides at another delimiter.
 */
public final class CsvReport implements Report {
    private static final String END_OF_LINE = "\r\n";

    private final OutputStream out;
    private final char delimiter;
    private final StringBuilder text = new StringBuilder();

    /**
     * Writes to this stream, which it neither flushes nor closes.
     *
     * @param delimiter between cells: a comma, a semicolon, a tab or a bar
     */
    public CsvReport(OutputStream out, char delimiter) {
        if (CsvCell.DELIMITERS.indexOf(delimiter) < 0) {
            throw new IllegalArgumentException("no delimiter: " + delimiter);
        }
        this.out = out;
        this.delimiter = delimiter;
    }

    @Override
    public void begin(Limits limits) throws IOException {
        row(CsvRow.titles());
        hand();
    }

    @Override
    public void add(Verdict verdict) throws IOException {
        rows(verdict, verdict);
        for (Verdict media : verdict.media()) {
            rows(media, verdict);
        }
        hand();
    }

    private void rows(Verdict part, Verdict whole) {
        CsvRow row = new CsvRow(part, whole);
        for (Finding finding : part.findings()) {
            row(row.finding(finding));
        }
        for (Advice advice : part.advice()) {
            row(row.advice(advice));
        }
        if (part.findings().isEmpty() && part.advice().isEmpty()) {
            row(row.nothing());
        }
    }

    private void row(Iterable<String> cells) {
        String before = "";
        for (String cell : cells) {
            text.append(before);
            CsvCell.append(text, cell);
            before = String.valueOf(delimiter);
        }
        text.append(END_OF_LINE);
    }

    private void hand() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    /** Whether there is more to come is no matter of a table. */
    @Override
    public void end(Summary summary) {}
}
