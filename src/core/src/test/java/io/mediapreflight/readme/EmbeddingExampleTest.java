package io.mediapreflight.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Orientation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's three lines, compiled and run; {@link ReadmeTest} sees to it that they are the same. */
class EmbeddingExampleTest {
    private final Log log = new Log();

    @Test
    void three_lines_say_whether_a_file_complies_and_why_not() {
        Path file = Testdata.repository().resolve("testdata").resolve("too-long-30.1s.mp4");

        // README: embedding
        Preflight preflight = Preflight.standard();
        Verdict verdict = preflight.check(file, Subject.video(Orientation.VIDEO));
        if (!verdict.passed()) verdict.findings().forEach(finding -> log.warn(finding.message()));
        // README: end

        assertThat(log.lines)
                .containsExactly("The video is 30.1 s long; the limit is 30 s with character_orientation video.");
    }

    private static final class Log {
        private final List<String> lines = new ArrayList<>();

        void warn(String line) {
            lines.add(line);
        }
    }
}
