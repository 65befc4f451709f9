package io.mediapreflight.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.Orientation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The README's three lines, and the check of an upload in docs/embedding.md, compiled and run; {@link ReadmeTest} sees to it
 * that they are the same.
 */
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

    @Test
    void an_upload_without_a_name_is_checked_by_its_declared_type() throws IOException {
        byte[] upload =
                Files.readAllBytes(Testdata.repository().resolve("testdata").resolve("png-named.jpg"));

        // embedding.md: upload
        Preflight preflight = Preflight.standard();
        Verdict verdict =
                preflight.check(BytesSource.of(upload), Subject.image().declaredAs("image/jpeg"));
        String result =
                switch (verdict.outcome()) {
                    case PASS -> "accepted";
                    case WARN ->
                        "accepted, but the service may refuse it: "
                                + verdict.findings().get(0).message();
                    case UNKNOWN -> "not checked: " + verdict.findings().get(0).message();
                    case FAIL -> "refused: " + verdict.findings().get(0).message();
                };
        // embedding.md: end

        assertThat(verdict.passed()).isFalse();
        assertThat(result).startsWith("accepted, but");
    }

    private static final class Log {
        private final List<String> lines = new ArrayList<>();

        void warn(String line) {
            lines.add(line);
        }
    }
}
