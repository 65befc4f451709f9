package io.mediapreflight.ffmpeg.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.rule.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fixes the inputs of {@code matrix.txt}, videos for both orientations. The copy passes, every frame of it decodes, it looks like its
 * original by programs that have no part in the fix, and it has the planned size and duration. What cannot be fixed is listed there
 * with the reason. All of them:
 *
 * <pre>
 * mvn -Pheavy -pl src/ffmpeg -am test -Dtest=FixMatrixTest -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
@Tag("sampled")
class FixMatrixTest {
    private static final Set<String> SAMPLE = Set.of("small.mp4", "short.mp4", "exif-6.jpg");

    @TempDir
    static Path cache;

    @TempDir
    Path directory;

    private static Fixer fixer;
    private static MadeFile.Inputs inputs;

    @BeforeAll
    static void open() {
        fixer = Fixer.builder().cache(cache.resolve("ffmpeg")).build();
        inputs = new MadeFile.Inputs(cache.resolve("inputs"));
    }

    @AfterAll
    static void close() {
        fixer.close();
    }

    static List<Arguments> inputs() throws IOException {
        boolean isAll = Boolean.getBoolean("preflight.heavy");
        List<Arguments> inputs = new ArrayList<>();
        for (MatrixRow row : MatrixRow.all()) {
            List<Subject> subjects = PrintedMatrixTest.subjects(row);
            for (Subject subject : isAll ? subjects : subjects.subList(0, SAMPLE.contains(row.name()) ? 1 : 0)) {
                inputs.add(Arguments.of(row, subject));
            }
        }
        return inputs;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("inputs")
    void what_is_fixed_passes_and_looks_like_its_original(MatrixRow row, Subject subject) throws Exception {
        Path original = inputs.made(row);
        MediaVerdict verdict = Preflight.standard().check(original, subject);
        FixResult result = fixer.fix(original, verdict, subject, directory.resolve("copy"));
        Optional<String> obstacle = row.obstacle();
        if (obstacle.isPresent()) {
            assertThat(result)
                    .isInstanceOfSatisfying(
                            FixResult.Impossible.class,
                            impossible -> assertThat(impossible.reason().key()).isEqualTo(obstacle.get()));
        } else if (row.expected().equals("passes") || verdict.passed()) {
            assertThat(result).isInstanceOf(FixResult.NotNeeded.class);
        } else {
            assertThat(result).isInstanceOf(FixResult.Fixed.class);
            FixResult.Fixed fixed = (FixResult.Fixed) result;
            assertThat(fixed.verdict().findings()).isEmpty();
            new MatrixCopy(row, original, fixed.path(), fixed.plan(), directory).check(subject);
        }
    }
}
