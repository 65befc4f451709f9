package io.mediapreflight.assertj;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RuleId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The example of docs/embedding.md on assertions, compiled, run, and compared with what stands there. */
class EmbeddingPageTest {
    private static final Path REPOSITORY = Path.of("..", "..");
    private static final Path THIS = Path.of("src/test/java/io/mediapreflight/assertj/EmbeddingPageTest.java");

    @Test
    void verdicts_are_asserted() {
        Preflight preflight = Preflight.standard();
        Path photo = REPOSITORY.resolve("testdata/photo-small.jpg");
        Path clip = REPOSITORY.resolve("testdata/too-long-30.1s.mp4");
        // embedding.md
        assertThat(preflight.check(photo)).passes().hasSize(600, 800);
        assertThat(preflight.check(clip, Subject.video(Orientation.VIDEO)))
                .failsOnly(RuleId.VIDEO_DURATION_MAX)
                .hasDuration(Duration.ofMillis(30_100));
        // end
    }

    @Test
    void the_page_shows_what_is_compiled_and_run() throws IOException {
        String code = Files.readString(THIS);
        int begin = code.indexOf("        // embedding.md\n");
        String example =
                code.substring(begin, code.indexOf("        // end\n", begin)).replaceFirst(".*\n", "");
        assertThat(Files.readString(REPOSITORY.resolve("docs/embedding.md")))
                .contains("```java\n" + example.stripTrailing().stripIndent() + "\n```");
    }
}
