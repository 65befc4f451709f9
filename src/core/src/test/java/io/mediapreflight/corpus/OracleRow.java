package io.mediapreflight.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What ffprobe, exiftool and mediainfo say of one file of the corpus. */
record OracleRow(Map<String, String> columns) {
    /** The rows of a table whose first line names its columns. */
    static List<OracleRow> table(List<String> lines) {
        String[] names = lines.get(0).split("\t", -1);
        List<OracleRow> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> columns = new HashMap<>();
            for (int i = 0; i < Math.min(names.length, cells.length); i++) {
                columns.put(names[i], cells[i]);
            }
            rows.add(new OracleRow(columns));
        }
        return rows;
    }

    String path() {
        return text("path");
    }

    String text(String column) {
        return columns.getOrDefault(column, "-");
    }

    Optional<Double> number(String column) {
        try {
            return Optional.of(Double.valueOf(text(column)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The widths that the tools report, coded. */
    List<Double> widths() {
        return numbers("width", "exiftool_width", "mediainfo_width");
    }

    List<Double> heights() {
        return numbers("height", "exiftool_height", "mediainfo_height");
    }

    /** The durations that the tools report for the file as a whole, in seconds. */
    List<Double> durations() {
        List<Double> seconds = numbers("format_duration_s", "exiftool_duration_s");
        number("mediainfo_duration_ms").ifPresent(millis -> seconds.add(millis / 1000));
        return seconds;
    }

    /** The value on which two of the tools agree. */
    static Optional<Double> agreed(List<Double> values, double tolerance) {
        for (int i = 0; i < values.size(); i++) {
            for (int j = i + 1; j < values.size(); j++) {
                if (Math.abs(values.get(i) - values.get(j)) <= tolerance) {
                    return Optional.of(values.get(i));
                }
            }
        }
        return Optional.empty();
    }

    private List<Double> numbers(String... names) {
        List<Double> numbers = new ArrayList<>();
        for (String name : names) {
            number(name).ifPresent(numbers::add);
        }
        return numbers;
    }
}
