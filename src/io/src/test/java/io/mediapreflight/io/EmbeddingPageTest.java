package io.mediapreflight.io;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.rule.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/embedding.md on streams, compiled, run, and compared with what stands there. */
class EmbeddingPageTest {
    private static final Path REPOSITORY = Path.of("..", "..");
    private static final Path THIS = Path.of("src/test/java/io/mediapreflight/io/EmbeddingPageTest.java");

    @TempDir
    Path directory;

    private final Preflight preflight = Preflight.standard();

    private MediaVerdict received(InputStream body, Path target) throws IOException {
        // embedding.md
        try (SpooledSource upload = SpooledSource.of(body, preflight.limits())) {
            MediaVerdict verdict = preflight.check(upload, Subject.image().declaredAs("image/png"));
            if (verdict.passed()) {
                Files.copy(upload.newInputStream(), target);
            }
            return verdict;
        }
        // end
    }

    @Test
    void a_stream_is_checked_and_then_stored() throws IOException {
        Path file = REPOSITORY.resolve("testdata/drawing.png");
        Path target = directory.resolve("stored.png");
        try (InputStream body = Files.newInputStream(file)) {
            assertThat(received(body, target)).passes();
        }
        assertThat(target).hasSameBinaryContentAs(file);
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
