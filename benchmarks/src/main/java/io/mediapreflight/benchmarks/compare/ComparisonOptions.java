package io.mediapreflight.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the comparison is asked for.
 *
 * @param directory of the user's own files; empty for the samples
 * @param seconds that all contenders have together, about
 * @param output where the results go
 */
record ComparisonOptions(String directory, int seconds, Path output) {
    private static final int SECONDS = 300;
    private static final int MAX_SECONDS = 86_400; // a day

    /** {@code [--dir DIRECTORY] [--seconds NUMBER] [--out DIRECTORY]}. */
    static ComparisonOptions parse(List<String> arguments) throws IOException {
        String directory = "";
        String output = "";
        int seconds = SECONDS;
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("The option " + name + " needs a value.");
            }
            String value = arguments.get(i + 1);
            switch (name) {
                case "--dir" -> directory = value;
                case "--out" -> output = value;
                case "--seconds" -> seconds = seconds(value);
                default ->
                    throw new IllegalArgumentException(
                            "Unknown option " + name + "; there are --dir, --seconds and --out.");
            }
        }
        boolean isDefault = directory.isEmpty() && output.isEmpty();
        Path target = isDefault ? Comparison.results() : Path.of(output.isEmpty() ? "benchmark-results" : output);
        return new ComparisonOptions(directory, seconds, target);
    }

    private static int seconds(String value) {
        boolean isNumber =
                !value.isEmpty() && value.length() < 9 && value.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        int seconds = isNumber ? Integer.parseInt(value) : 0;
        if (seconds < 1 || seconds > MAX_SECONDS) {
            throw new IllegalArgumentException(
                    "--seconds needs a whole number from 1 to " + MAX_SECONDS + ", not " + value + ".");
        }
        return seconds;
    }
}
