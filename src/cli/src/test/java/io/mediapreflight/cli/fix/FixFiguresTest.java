package io.mediapreflight.cli.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.audit.Progress;
import io.mediapreflight.cli.OutputSchema;
import io.mediapreflight.source.SourceName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far a run is, as a person and a program see it. */
class FixFiguresTest {
    private static final FixFigures HALF = new FixFigures(
            () -> new Progress(7, false, 3),
            new FixCounts(),
            () -> List.of(
                    new Running(SourceName.of("a\u001b[31m.mkv"), 42),
                    new Running(SourceName.of("b.mkv"), 0),
                    new Running(SourceName.of("c.mkv"), 100),
                    new Running(SourceName.of("d.mkv"), 1)));

    @Test
    void a_line_has_the_files_that_are_being_fixed_and_steers_no_terminal() {
        assertThat(HALF.line(1)).isEqualTo("0/7+  a\\x1b[31m.mkv 42%  b.mkv 0%  c.mkv 100%");
    }

    @Test
    void json_has_all_of_them_and_is_of_the_schema() {
        OutputSchema.requireValid(HALF.json(1.5));
        assertThat(HALF.json(1.5))
                .contains(
                        "\"running\":[{\"source\":\"a\\u001b[31m.mkv\",\"percent\":42},", "\"elapsedMicros\":1500000}");
    }
}
