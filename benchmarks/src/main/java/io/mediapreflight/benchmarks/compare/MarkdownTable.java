package io.mediapreflight.benchmarks.compare;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of a table in Markdown. */
final class MarkdownTable {
    private final StringBuilder lines = new StringBuilder();

    MarkdownTable(List<String> headings) {
        row(headings);
        row(Stream.generate(() -> "---").limit(headings.size()).toList());
    }

    void row(List<String> cells) {
        lines.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    @Override
    public String toString() {
        return lines.toString();
    }

    /** Two figures, or all in front of the point: 1.42 is {@code 1.4}, 5123 is {@code 5,123}. */
    static String number(double value) {
        String format = value < 3 ? "%.2f" : value < 10 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, value);
    }

    /** Bytes in a unit in which they are a few figures. */
    static String bytes(double value) {
        if (value < 1_000_000) {
            return String.format(Locale.ROOT, "%.1f kB", value / 1e3);
        }
        return String.format(Locale.ROOT, "%.1f MB", value / 1e6);
    }
}
