package io.mediapreflight.ffmpeg.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Mutants that pass although FFmpeg cannot play them, by the field that was changed, each kind with the reason in bytes. */
record Exceptions(List<Row> rows) {
    /**
     * A kind of mutant.
     *
     * @param fixture its file, {@code *} for any, {@code *.png} for any PNG
     * @param field where it was changed, or the end of that
     * @param why why the headers cannot show it
     */
    record Row(String fixture, String field, String why) {
        /** A mutant of two fields is covered where one of them is: FFmpeg fails for that one. */
        boolean covers(String file, Mutant mutant) {
            return (fixture.equals("*") || fixture.equals(file) || (fixture.equals("*.png") && file.endsWith(".png")))
                    && Arrays.stream(mutant.where().split(" and ", -1)).anyMatch(place -> place.endsWith(field));
        }
    }

    static Exceptions read() throws IOException {
        try (InputStream in = Exceptions.class.getResourceAsStream("exceptions.tsv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return new Exceptions(text.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Row(cells[0], cells[1], cells[2]))
                    .toList());
        }
    }

    boolean cover(String fixture, Mutant mutant) {
        return rows.stream().anyMatch(row -> row.covers(fixture, mutant));
    }
}
