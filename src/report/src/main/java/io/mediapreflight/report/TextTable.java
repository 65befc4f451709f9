package io.mediapreflight.report;

import java.util.ArrayList;
import java.util.List;

/** Labels to the left, numbers to the right of their columns. */
final class TextTable {
    private static final String GAP = "  ";

    private record Row(String label, List<String> cells, String note) {}

    private final List<Row> rows = new ArrayList<>();

    /** With these heads over the labels and the columns. */
    TextTable(String label, String... heads) {
        rows.add(new Row(label, List.of(heads), ""));
    }

    /** One more row; the note stands behind it. */
    void add(String label, String note, long... numbers) {
        List<String> cells = new ArrayList<>();
        for (long number : numbers) {
            cells.add(Quantity.grouped(number));
        }
        rows.add(new Row(label, cells, note));
    }

    void append(StringBuilder text, Paint paint) {
        int labelWidth =
                rows.stream().mapToInt(row -> row.label().length()).max().orElse(0);
        for (Row row : rows) {
            paint.outcome(text, row.label());
            ResultText.pad(text, labelWidth - row.label().length());
            for (int i = 0; i < row.cells().size(); i++) {
                String cell = row.cells().get(i);
                text.append(GAP);
                ResultText.pad(text, width(i) - cell.length());
                text.append(cell);
            }
            text.append(row.note().isEmpty() ? "" : GAP + row.note()).append('\n');
        }
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.cells().get(column).length())
                .max()
                .orElse(0);
    }
}
