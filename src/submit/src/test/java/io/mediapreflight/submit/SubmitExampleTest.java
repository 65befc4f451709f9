package io.mediapreflight.submit;

import static io.mediapreflight.submit.fault.FaultServer.responding;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Clearance;
import io.mediapreflight.LocalMedia;
import io.mediapreflight.Preflight;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.submit.fault.FaultServer;
import io.mediapreflight.submit.journal.FileJournal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/embedding.md's example of check, clear, submit and await, compiled and run against a local server. */
class SubmitExampleTest extends FaultTest {
    private static final Path PAGE = Cleared.TESTDATA.resolveSibling("docs").resolve("embedding.md");
    private static final Path SOURCE = Path.of("src/test/java/io/mediapreflight/submit/SubmitExampleTest.java");

    @TempDir
    private Path directory;

    @Test
    void checks_clears_submits_and_awaits() throws Exception {
        FaultServer server = server(
                responding(200, "{\"task_id\":\"task_1\",\"model\":\"m\"}"),
                responding(
                        200,
                        "{\"task_id\":\"task_1\",\"status\":\"succeeded\",\"videos\":[{\"url\":\"https://cdn/v.mp4\"}]}"));
        URI baseUrl = server.url();
        ApiKey key = KEY;
        Path image = Cleared.TESTDATA.resolve("photo-small.jpg");
        Path video = Cleared.TESTDATA.resolve("clip-4s-faststart.mp4");
        Path journal = directory.resolve("journal.jsonl");
        List<Task.Video> results = new ArrayList<>();

        // README: submitting
        Preflight preflight = Preflight.standard();
        GenerationRequest request = GenerationRequest.builder()
                .model(preflight.limits().model())
                .image("https://media.example.org/character.jpg")
                .video("https://media.example.org/dance.mp4")
                .characterOrientation(Orientation.VIDEO)
                .build();
        Service service = Service.builder()
                .baseUrl(baseUrl)
                .apiKey(key)
                .journal(FileJournal.open(journal))
                .build();
        if (preflight.clear(preflight.check(request, LocalMedia.of(image, video))) instanceof Clearance.Cleared cleared
                && service.submitter().submit(cleared.request()) instanceof Submission.Accepted accepted) {
            results.addAll(service.tasks().await(accepted.taskId()).videos());
        }
        // README: end

        assertThat(results).extracting(Task.Video::url).hasSize(1);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void the_documentation_shows_the_same_lines() throws Exception {
        String code = Files.readString(SOURCE);
        String example = code.substring(code.indexOf("// README: submitting\n"), code.indexOf("// README: end"))
                .replace("// README: submitting\n", "")
                .stripIndent()
                .strip();
        assertThat(Files.readString(PAGE)).contains("```java\n" + example + "\n```");
    }
}
