package io.mediapreflight.ffmpeg.fix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A row of {@code matrix.txt}: an input of the fix, and what comes of it.
 *
 * @param video whether it is meant for the slot of the video
 * @param recipe the commands that make it
 * @param looks how its copy is compared with it
 * @param expected {@code fixed}, {@code passes}, or {@code impossible} and a reason
 */
record MatrixRow(boolean video, String name, List<String> recipe, List<String> looks, String expected) {
    /** Above this a copy looks like its original: a tile, a turned or a stretched frame has 0.8 or less. */
    private static final double ALIKE = 0.9;

    private static final int CELLS = 4;

    /** All rows, in their order, or those whose name matches the regular expression in {@code preflight.matrix}. */
    static List<MatrixRow> all() throws IOException {
        String wanted = System.getProperty("preflight.matrix", ".*");
        List<MatrixRow> rows = new ArrayList<>();
        boolean video = true;
        for (String line : lines()) {
            if (line.startsWith("[")) {
                video = line.equals("[videos]");
            } else if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(row(video, line));
            }
        }
        return rows.stream().filter(row -> row.name().matches(wanted)).toList();
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = MatrixRow.class.getResourceAsStream("matrix.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static MatrixRow row(boolean video, String line) {
        String[] cells = line.split("[|]", -1);
        if (cells.length != CELLS) {
            throw new IllegalArgumentException("not a row of four cells: " + line);
        }
        return new MatrixRow(video, cells[0].strip(), words(cells[1], ";"), words(cells[2], " "), cells[3].strip());
    }

    private static List<String> words(String cell, String separator) {
        return Arrays.stream(cell.split(separator, -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    String extension() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Whether what is transparent in it is white in the copy. */
    boolean onWhite() {
        return looks.contains("white");
    }

    /** Which of its video tracks is judged, as FFmpeg's programs name it; none of them is a cover. */
    String stream() {
        return looks.stream().filter(word -> word.startsWith("V:")).findFirst().orElse("V:0");
    }

    /** How it is turned, where the program that it is compared with cannot know. */
    Optional<String> turned() {
        return looks.stream().filter(word -> word.startsWith("right-")).findFirst();
    }

    double threshold() {
        return looks.stream()
                .filter(word -> Character.isDigit(word.charAt(0)))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElse(ALIKE);
    }

    /** Why there is no copy of it. */
    Optional<String> obstacle() {
        return expected.startsWith("impossible ")
                ? Optional.of("plan." + expected.replace(' ', '.'))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return name;
    }
}
