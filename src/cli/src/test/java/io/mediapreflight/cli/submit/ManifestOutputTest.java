package io.mediapreflight.cli.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.check.UrlServer;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was sent for a manifest is reported even where standard output takes nothing. */
class ManifestOutputTest extends ServiceTest {
    private static final String NO_SPACE = "Cannot write standard output: No space left on device.";

    private final CountDownLatch both = new CountDownLatch(2);
    private final CountDownLatch full = new CountDownLatch(1);
    private UrlServer urls;

    @BeforeEach
    void serve() throws IOException {
        urls = UrlServer.ofSamples();
    }

    @AfterEach
    void stop() {
        urls.close();
    }

    /** A disk without room for what holds this text. */
    private void fullFor(String text) {
        output = new OutputStream() {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (new String(bytes, from, length, StandardCharsets.UTF_8).contains(text)) {
                    full.countDown();
                    throw new IOException("No space left on device");
                }
            }

            @Override
            public void write(int b) {
                throw new AssertionError("reports are written in blocks");
            }
        };
    }

    /** Both rows are being sent before the first has its response; the second has its own once nothing can be written any more. */
    private void respondsToTheSecondOnceFull(Runnable response) {
        service.before(body -> {
            both.countDown();
            await(both);
            if (body.contains("dance two")) {
                await(full);
                response.run();
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Run manifest(String format) throws IOException {
        String rows = "id,image,video,orientation,prompt\n";
        for (String id : List.of("one", "two")) {
            rows += id + ",http://media.example.org/a.jpg,http://media.example.org/b.mp4,video,dance " + id + "\n";
        }
        List<String> args = new ArrayList<>(List.of("submit", "--proxy", urls.proxy(), "--format", format));
        args.addAll(List.of("--manifest", file("jobs.csv", rows)));
        return run(args.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "jsonl"})
    void each_task_is_named_on_standard_error(String format) throws IOException {
        fullFor("accepted");
        respondsToTheSecondOnceFull(() -> {});
        Run run = manifest(format);
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.err())
                .containsOnlyOnce(NO_SPACE)
                .contains("jobs.csv:2 (one) is accepted; the task is task_1.")
                .contains("jobs.csv:3 (two) is accepted; the task is task_1.")
                .doesNotContain("Cannot read");
    }

    @Test
    void a_lost_response_decides_the_exit_code_though_it_comes_after_the_disk_was_full() throws IOException {
        fullFor("accepted");
        respondsToTheSecondOnceFull(() -> service.responds(500, "{}"));
        Run run = manifest("text");
        assertThat(run.code()).isEqualTo(ExitCode.UNANSWERED);
        assertThat(run.err()).contains(NO_SPACE, "jobs.csv:3 (two) is unanswered.");
    }

    @Test
    void a_report_that_cannot_be_begun_is_not_called_a_manifest_that_cannot_be_read() throws IOException {
        fullFor("");
        Run run = manifest("json");
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.err()).contains(NO_SPACE).doesNotContain("Cannot read");
        assertThat(service.posts()).isEmpty();
    }

    @Test
    void neither_is_one_that_cannot_be_ended() throws IOException {
        fullFor("\"summary\"");
        Run run = manifest("json");
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.err()).contains(NO_SPACE).doesNotContain("Cannot read");
        assertThat(service.posts()).hasSize(2);
    }
}
