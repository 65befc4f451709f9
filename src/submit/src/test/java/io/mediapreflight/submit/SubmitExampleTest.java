package io.mediapreflight.submit;

import static io.mediapreflight.submit.fault.FaultServer.responding;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Clearance;
import io.mediapreflight.LocalMedia;
import io.mediapreflight.Preflight;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.source.ChannelSource;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.submit.contract.Cleared;
import io.mediapreflight.submit.fault.FaultServer;
import io.mediapreflight.submit.fault.Peer;
import io.mediapreflight.submit.journal.FileJournal;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of docs/embedding.md on submission, compiled and run against a local server. */
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

        // embedding.md
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
        // end

        assertThat(results).extracting(Task.Video::url).hasSize(1);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void media_that_are_no_files_are_checked_where_they_are() throws Exception {
        byte[] image = Files.readAllBytes(Cleared.TESTDATA.resolve("photo-small.jpg"));
        Path video = Cleared.TESTDATA.resolve("clip-4s-faststart.mp4");
        Preflight preflight = Preflight.standard();
        GenerationRequest request = Cleared.REQUEST;
        Submitter submitter =
                service(server(responding(200, Peer.ACCEPTED)).url()).build().submitter();
        List<Submission> results = new ArrayList<>();
        // embedding.md
        try (FileChannel channel = FileChannel.open(video)) {
            LocalMedia media =
                    LocalMedia.none().withImage(BytesSource.of(image)).withVideo(ChannelSource.of(channel));
            if (preflight.clear(preflight.check(request, media)) instanceof Clearance.Cleared cleared) {
                results.add(submitter.submit(cleared.request()));
            }
        }
        // end
        assertThat(results).hasOnlyElementsOfType(Submission.Accepted.class);
    }

    @Test
    void a_listener_counts_submissions() throws Exception {
        URI baseUrl = server(responding(200, Peer.ACCEPTED)).url();
        ApiKey key = KEY;
        Meter meter = new Meter();
        // embedding.md
        SubmissionListener listener = new SubmissionListener() {
            @Override
            public void ended(String digest, Submission submission, Duration elapsed) {
                meter.record(submission.outcomeId(), elapsed);
            }
        };
        Service service = Service.builder()
                .baseUrl(baseUrl)
                .apiKey(key)
                .listener(listener)
                .build();
        // end
        service.submitter().submit(Cleared.request());
        assertThat(meter.outcomes).containsExactly("accepted");
    }

    /** The page calls it as any meter is called, with a time. */
    @SuppressWarnings("UnusedVariable")
    private static final class Meter {
        private final List<String> outcomes = new ArrayList<>();

        void record(String outcome, Duration elapsed) {
            outcomes.add(outcome);
        }
    }

    static Stream<String> examples() throws Exception {
        String code = Files.readString(SOURCE);
        return Stream.of(code.substring(code.indexOf("class Submit")).split("        // embedding.md\n"))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf("        // end\n"))
                        .stripTrailing()
                        .stripIndent());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_documentation_shows_the_same_lines(String example) throws Exception {
        assertThat(Files.readString(PAGE)).contains("```java\n" + example.strip() + "\n```");
    }
}
