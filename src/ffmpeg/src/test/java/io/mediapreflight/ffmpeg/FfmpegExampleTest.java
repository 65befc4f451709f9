package io.mediapreflight.ffmpeg;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.ffmpeg.fix.FixResult;
import io.mediapreflight.ffmpeg.fix.Fixer;
import io.mediapreflight.ffmpeg.worker.FfmpegWorkers;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RuleId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples with FFmpeg in docs/embedding.md, compiled, run, and compared with what stands there. */
class FfmpegExampleTest {
    private static final Path REPOSITORY = Path.of(System.getProperty("basedir", "."))
            .toAbsolutePath()
            .resolve("../..")
            .normalize();

    private final Log log = new Log();

    @Test
    void a_second_opinion_takes_five_lines() {
        Path file = REPOSITORY.resolve("testdata/truncated-moov-first.mp4");
        // README: deep
        Preflight headers = Preflight.standard();
        try (FfmpegWorkers ffmpeg =
                FfmpegWorkers.builder(headers.limits()).depth(Depth.ENDS).build()) {
            Verdict verdict = headers.toBuilder().examiner(ffmpeg).build().check(file);
            verdict.advice().forEach(advice -> log.info(advice.message()));
            // README: end
            assertThat(verdict).fails(RuleId.VIDEO_DECODABLE);
            assertThat(log.lines).hasSameSizeAs(verdict.advice());
        }
    }

    @Test
    void a_copy_that_passes_takes_as_many(@TempDir Path directory) throws Exception {
        Path file = Files.copy(REPOSITORY.resolve("testdata/too-small-320x240.mp4"), directory.resolve("a.mp4"));
        // README: fix
        try (Fixer fixer = Fixer.builder().build()) {
            FixResult result = fixer.fix(file, Subject.video(Orientation.VIDEO));
            if (result instanceof FixResult.Fixed fixed) {
                log.info("It passes as " + fixed.path());
            }
            // README: end
        }
        assertThat(log.lines).containsExactly("It passes as " + directory.resolve("a-fixed.mp4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deep", "fix"})
    void the_documentation_shows_the_same(String name) throws IOException {
        Path source = REPOSITORY.resolve("src/ffmpeg/src/test/java/io/mediapreflight/ffmpeg/FfmpegExampleTest.java");
        List<String> lines = Files.readAllLines(source);
        int from = lines.indexOf("        // README: " + name);
        List<String> rest = lines.subList(from + 1, lines.size());
        int to = rest.indexOf("            // README: end");
        String example = String.join("\n", rest.subList(0, to)).stripIndent();
        assertThat(Files.readString(REPOSITORY.resolve("docs/embedding.md")))
                .contains("```java\n" + example + "\n}\n```");
    }

    private static final class Log {
        private final List<String> lines = new ArrayList<>();

        void info(String line) {
            lines.add(line);
        }
    }
}
