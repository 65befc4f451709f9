package io.mediapreflight.ffmpeg;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.ffmpeg.worker.FfmpegWorkers;
import io.mediapreflight.spec.RuleId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of a second opinion in docs/embedding.md, compiled, run, and compared with what stands there. */
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
    void the_documentation_shows_the_same() throws IOException {
        Path source = REPOSITORY.resolve("src/ffmpeg/src/test/java/io/mediapreflight/ffmpeg/FfmpegExampleTest.java");
        List<String> lines = Files.readAllLines(source);
        int from = lines.indexOf("        // README: deep");
        int to = lines.indexOf("            // README: end");
        String example = String.join("\n", lines.subList(from + 1, to)).stripIndent();
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
