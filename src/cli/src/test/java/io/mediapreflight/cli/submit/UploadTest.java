package io.mediapreflight.cli.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.OutputSchema;
import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.fixture.store.ObjectStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code submit --upload}, to a store that knows its protocol by others than us. */
class UploadTest extends ServiceTest {
    private static final String LOCAL = "{\"model\":\"kling/kling-v3-motion-control\",\"prompt\":\"a dance\","
            + "\"extra_params\":{\"character_orientation\":\"video\"}}";

    /** A parameter of a signature with a value that can be read. */
    private static final String SIGNED = "X-Amz-[A-Za-z0-9-]+(?!=\\*\\*\\*)[^A-Za-z0-9-]";

    private static ObjectStore store;
    private static StoreProxy proxy;

    @BeforeAll
    static void startStore() throws Exception {
        store = new ObjectStore();
        proxy = new StoreProxy(URI.create(store.endpoint()).getPort(), 0, 1);
        // Amazon's library takes a proxy from nowhere else.
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", Integer.toString(proxy.port()));
    }

    @AfterAll
    static void stopStore() throws Exception {
        System.clearProperty("http.proxyHost");
        System.clearProperty("http.proxyPort");
        proxy.close();
        store.stop();
    }

    @BeforeEach
    void forget() {
        store.forgetCounts();
    }

    private final List<Run> runs = new ArrayList<>();

    @AfterEach
    void nothing_shows_a_signature() throws IOException {
        assertThat(runs.toString()).doesNotContainPattern(SIGNED);
        if (Files.exists(journal())) {
            assertThat(Files.readString(journal())).doesNotContainPattern(SIGNED);
        }
    }

    private Run upload(String json, String video, String... more) throws IOException {
        return uploadTo("http://store.example.org", json, video, more);
    }

    private Run uploadTo(String endpoint, String json, String video, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("submit", file("request.json", json)));
        args.addAll(List.of("--image-file", Run.sample("photo-small.jpg"), "--video-file", Run.sample(video)));
        args.addAll(List.of("--upload", "s3://media/" + directory.getFileName()));
        args.addAll(List.of("--endpoint-url", endpoint));
        args.addAll(List.of("--proxy", "http://127.0.0.1:" + proxy.port()));
        args.addAll(List.of(more));
        Run run = run(args.toArray(String[]::new));
        runs.add(run);
        return run;
    }

    @Test
    void local_files_are_put_and_their_signed_urls_are_sent() throws IOException {
        Run run = upload(LOCAL, "clip-4s-faststart.mp4");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out()).isEqualTo("task_1\n");
        assertThat(store.puts()).isEqualTo(2);
        assertThat(service.posts().get(0).body())
                .contains("http://store.example.org/media/", ".jpg?", ".mp4?", "X-Amz-Expires=86400");
    }

    @Test
    void a_second_time_nothing_is_put_or_sent() throws IOException {
        upload(LOCAL, "clip-4s-faststart.mp4");
        Run again = upload(LOCAL, "clip-4s-faststart.mp4", "--format", "json");
        assertThat(again.out()).contains("\"alreadyAccepted\"", "\"task_1\"");
        assertThat(store.puts()).isEqualTo(2);
        assertThat(service.posts()).hasSize(1);
    }

    @Test
    void a_retry_after_a_refusal_puts_nothing_twice() throws IOException {
        service.responds(402, "{\"error\":{\"code\":\"insufficient\",\"message\":\"no credits\"}}");
        assertThat(upload(LOCAL, "clip-4s-faststart.mp4").code()).isEqualTo(ExitCode.REFUSED);
        service.responds(200, StubService.ACCEPTED);
        assertThat(upload(LOCAL, "clip-4s-faststart.mp4").out()).isEqualTo("task_1\n");
        assertThat(store.puts()).isEqualTo(2);
    }

    @Test
    void a_service_that_repeats_the_signed_urls_shows_none_of_their_signatures() throws IOException {
        service.first(() -> {
            String body = service.posts().get(service.posts().size() - 1).body();
            String url = body.substring(body.indexOf("http://store"), body.indexOf('"', body.indexOf("http://store")));
            service.responds(400, "{\"error\":{\"message\":\"cannot download " + url + " now\"}}");
        });
        assertThat(upload(LOCAL, "clip-4s-faststart.mp4").err()).contains("X-Amz-Signature=*** now");
        assertThat(upload(LOCAL, "clip-4s-faststart.mp4", "--format", "json").out())
                .contains("X-Amz-Credential=***");
        assertThat(Files.readString(journal())).contains("X-Amz-Credential=***");
    }

    @Test
    void nothing_is_put_for_a_request_that_does_not_pass() throws IOException {
        Run run = upload(LOCAL, "too-short-2.5s.mp4");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.err()).contains("Not sent.");
        assertThat(store.puts()).isZero();
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void a_dry_run_puts_nothing_and_shows_urls_without_signatures() throws IOException {
        variables.remove("IMINI_API_KEY");
        Run run = upload(LOCAL, "clip-4s-faststart.mp4", "--dry-run");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out())
                .contains("POST ", "http://store.example.org/media/")
                .doesNotContain(".jpg?");
        assertThat(run.err()).contains("Would upload", "photo-small.jpg");
        OutputSchema.requireValid(upload(LOCAL, "clip-4s-faststart.mp4", "--dry-run", "--format", "json")
                .out());
        assertThat(store.puts()).isZero();
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void a_store_that_the_service_cannot_reach_gets_nothing() throws IOException {
        Run run = uploadTo(store.endpoint(), LOCAL, "clip-4s-faststart.mp4");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.err()).contains("request.image.url", "loopback");
        assertThat(store.puts()).isZero();
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void a_bucket_that_does_not_exist_is_an_error_of_the_program() throws IOException {
        List<String> args = new ArrayList<>(List.of("submit", file("request.json", LOCAL)));
        args.addAll(List.of("--image-file", Run.sample("photo-small.jpg")));
        args.addAll(List.of("--video-file", Run.sample("clip-4s-faststart.mp4"), "--upload", "s3://no-such-bucket"));
        args.addAll(List.of("--endpoint-url", "http://store.example.org"));
        Run run = run(args.toArray(String[]::new));
        runs.add(run);
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.err()).contains("The media cannot be uploaded", "there is no bucket no-such-bucket");
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void rows_of_a_manifest_share_what_is_put() throws IOException {
        Files.copy(Path.of(Run.sample("photo-small.jpg")), directory.resolve("a.jpg"));
        Files.copy(Path.of(Run.sample("clip-4s-faststart.mp4")), directory.resolve("b.mp4"));
        String rows = "image,video,orientation,prompt\na.jpg,b.mp4,video,one\na.jpg,b.mp4,video,two\n";
        Run run = run(
                "submit",
                "--manifest",
                file("jobs.csv", rows),
                "--upload",
                "s3://media/" + directory.getFileName() + "-rows",
                "--endpoint-url",
                "http://store.example.org",
                "--proxy",
                "http://127.0.0.1:" + proxy.port(),
                "--format",
                "jsonl");
        runs.add(run);
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PASSED);
        run.out().lines().forEach(OutputSchema::requireValid);
        assertThat(store.puts()).isEqualTo(2);
        assertThat(service.posts()).hasSize(2);
    }
}
