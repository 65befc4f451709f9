package io.mediapreflight.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.TestEnvironment;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Beside the programs themselves, where all of them are installed. */
class RealToolsTest {
    private static final String PATH = String.valueOf(System.getenv("PATH"));

    @BeforeEach
    void need_the_programs() {
        for (MediaTool tool : MediaTool.values()) {
            assumeTrue(
                    Stream.of(PATH.split(File.pathSeparator))
                            .anyMatch(directory -> Files.isExecutable(Path.of(directory, tool.program()))),
                    tool.program() + " is not installed");
        }
    }

    private static Run compare(String... names) {
        String[] args = Stream.concat(Stream.of("compare"), Stream.of(names)).toArray(String[]::new);
        return Run.in(new TestEnvironment(Map.of("PATH", PATH), false, Optional.empty()), args);
    }

    @Test
    void each_says_something_of_a_video_and_an_image_and_only_the_zeros_of_a_cut_off_png_differ() {
        Run run = compare(
                Run.sample("rotated-90.mov"), Run.sample("photo-exif-orientation-6.jpg"), Run.sample("truncated.png"));
        assertThat(run.out().lines().filter(line -> line.startsWith("  ")))
                .allMatch(line -> line.contains("here, 0 by ffprobe (0: ") || line.contains(" ffprobe "));
        assertThat(run.out()).doesNotContain("no result");
        for (Fact fact : List.of(Fact.KIND, Fact.FORMAT, Fact.WIDTH, Fact.HEIGHT)) {
            assertThat(run.out()).containsPattern(fact.key() + " +[23] same(, 1 not)? +3 same +[23] same");
        }
    }

    @Test
    @Tag("heavy")
    void no_sample_has_a_difference_without_a_known_reason() {
        assertThat(compare(Run.sample("")).out()).contains(" and 0 without one.");
    }
}
