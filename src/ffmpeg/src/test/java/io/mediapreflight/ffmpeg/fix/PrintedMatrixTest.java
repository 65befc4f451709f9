package io.mediapreflight.ffmpeg.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.fix.FixCommand;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.fix.Shape;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Orientation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands that a check prints for the inputs of {@code matrix.txt}, run by the FFmpeg that is installed. */
@Tag("heavy")
class PrintedMatrixTest {
    /** What FFmpeg 5.1 cannot read, or reads in part: each command fails then, and writes no copy of something else. */
    private static final Set<String> UNREAD_BY_5_1 = Set.of("grid.heic", "cheers.heic", "single.heic", "mif1.heic");

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private static MadeFile.Inputs inputs;

    @BeforeAll
    static void open() {
        inputs = new MadeFile.Inputs(shared.resolve("inputs"));
    }

    static List<Arguments> inputs() throws IOException {
        List<Arguments> inputs = new ArrayList<>();
        for (MatrixRow row : MatrixRow.all()) {
            for (Subject subject : subjects(row)) {
                inputs.add(Arguments.of(row, subject));
            }
        }
        return inputs;
    }

    static List<Subject> subjects(MatrixRow row) {
        return row.video()
                ? List.of(Subject.video(Orientation.IMAGE), Subject.video(Orientation.VIDEO))
                : List.of(Subject.image());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("inputs")
    void the_printed_command_leads_to_a_copy_that_passes(MatrixRow row, Subject subject) throws Exception {
        Path original = Files.copy(inputs.made(row), directory.resolve(row.name()));
        MediaVerdict verdict = Preflight.standard().check(original, subject);
        FixPlan plan = verdict.plan(Shape.PAD);
        assumeThat(plan).as("a plan from headers alone").isInstanceOf(FixPlan.Ready.class);
        FixPlan.Ready ready = (FixPlan.Ready) plan;
        FixCommand command =
                FixCommand.of(ready, SourceName.of(original.toString())).orElseThrow();
        Tool.Result result = Tool.run(directory, command.words());
        if (UNREAD_BY_5_1.contains(row.name()) && !result.succeeded()) {
            return;
        }
        assertThat(result.succeeded())
                .as("%s%n%s", String.join(" ", command.words()), result.err())
                .isTrue();
        Path copy = Path.of(command.output());
        Path compared = command.words().get(0).equals("mv") ? copy : original;
        new MatrixCopy(row, compared, copy, ready, directory).check(subject);
    }
}
