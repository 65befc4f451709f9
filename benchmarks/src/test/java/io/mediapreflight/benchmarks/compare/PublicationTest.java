package io.mediapreflight.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.benchmarks.compare.Results.Figure;
import io.mediapreflight.benchmarks.compare.Results.Machine;
import io.mediapreflight.benchmarks.contender.Floor;
import io.mediapreflight.benchmarks.contender.Media;
import io.mediapreflight.benchmarks.contender.PreflightCheck;
import io.mediapreflight.benchmarks.sample.Samples;
import io.mediapreflight.benchmarks.sample.Testdata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
    private static final Results MADE = new Results(
            "1.2.3",
            new Machine("Linux amd64", 2, "JDK", 0.5),
            List.of(
                    figure(Floor.ONE_READ, 1, 600, 1),
                    figure(PreflightCheck.NAME, 1.3, 900, 2),
                    figure("ImageIO.read", 12_345, 12_500_000, 54)),
            List.of(),
            List.of(),
            Optional.empty());

    @TempDir
    private Path directory;

    private static Figure figure(String contender, double multiple, double bytes, double reads) {
        return new Figure(
                Samples.JPEG_1080P,
                Media.JPEG,
                contender,
                1,
                4000 * multiple,
                new Quartiles(multiple * 0.9, multiple, multiple * 1.1),
                multiple,
                OptionalDouble.of(bytes),
                OptionalDouble.of(reads));
    }

    @Test
    void kept_results_are_read_as_they_were_written() {
        Path file = directory.resolve("results.json");
        MADE.write(file);
        assertThat(Results.read(file)).isEqualTo(MADE);
    }

    @Test
    void a_table_has_multiples_and_what_is_allocated() {
        assertThat(new Publication(MADE, false).report())
                .contains("| **preflight check** | **1.30** |")
                .contains("| ImageIO.read | 12,345 |")
                .contains("| **preflight check** | **0.9 kB, 2** |")
                .contains("| ImageIO.read | 12.5 MB, 54 |");
    }

    @Test
    void a_target_is_met_by_figures_within_it_and_below_every_rival() {
        assertThat(new Targets(MADE).table())
                .contains("| JPEG or PNG, header within 4 KiB | ≤ 1.35 × | 1.30 × | met |")
                .contains("| the same, below every rival | every file | every file | met |")
                .contains("| allocated for an image | ≤ 1,000 B | 900 B | met |");
    }

    @Test
    void a_plot_has_a_dot_for_each_figure_and_one_for_the_file_in_the_legend() {
        String svg = new Plot(MADE, Media.IMAGES).svg("images");
        assertThat(svg.split("<circle", -1)).hasSize(1 + 3 + 1);
    }

    /** A page whose figures differ from the kept results is made again by {@code render}. */
    @Test
    void the_page_shows_the_kept_results() throws IOException {
        Path repository = Testdata.repository();
        String page = Files.readString(repository.resolve("benchmarks/README.md"));
        Results kept = Results.read(newest(repository.resolve("benchmarks/results")));
        assertThat(page).isEqualTo(new Publication(kept, true).inserted(page));
    }

    private static Path newest(Path results) throws IOException {
        try (var files = Files.list(results)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .max(java.util.Comparator.naturalOrder())
                    .orElseThrow();
        }
    }
}
