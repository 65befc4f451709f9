package io.mediapreflight.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Orientation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of docs/remote.md, compiled, run on a URL that is refused by its text, and compared with what stands there. */
class RemoteExampleTest {
    private final Log log = new Log();

    @Test
    void a_url_is_checked() {
        String url = "http://192.168.0.1/dance.mp4";

        // remote.md
        try (HttpMedia media = HttpMedia.standard()) {
            Preflight preflight = Preflight.builder().fetcher(media).build();
            Verdict verdict = preflight.check(url, Subject.video(Orientation.VIDEO));
            verdict.findings().forEach(finding -> log.info(finding.message()));
        }
        // remote.md: end

        assertThat(log.lines)
                .containsExactly("The file cannot be used: 192.168.0.1 is a private address"
                        + " (192.168.0.0/16).");
    }

    @Test
    void the_page_shows_the_same() throws IOException {
        String code = Files.readString(Testdata.repository()
                .resolve("src/remote/src/test/java/io/mediapreflight/remote/RemoteExampleTest.java"));
        String start = "        // remote.md\n";
        String example =
                code.substring(code.indexOf(start) + start.length(), code.indexOf("        // remote.md: end"));
        assertThat(Files.readString(Testdata.repository().resolve("docs/remote.md")))
                .contains("```java\n" + example.stripTrailing().stripIndent() + "\n```");
    }

    private static final class Log {
        final List<String> lines = new ArrayList<>();

        void info(String line) {
            lines.add(line);
        }
    }
}
