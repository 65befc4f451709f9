package io.mediapreflight.submit;

import static io.mediapreflight.submit.fault.FaultServer.responding;
import static io.mediapreflight.submit.fault.FaultServer.writing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mediapreflight.submit.fault.FaultServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TasksTest extends FaultTest {
    private static final String SUCCEEDED = "{\"task_id\":\"task_1\",\"status\":\"succeeded\",\"model\":\"m\","
            + "\"created_at\":\"2026-04-21T07:17:39.146Z\",\"completed_at\":\"2026-04-21T07:20:00Z\","
            + "\"videos\":[{\"url\":\"https://cdn.example.org/v.mp4?sig=1\",\"width\":720,\"height\":1280,\"duration\":5.04,"
            + "\"cover_url\":null,\"fps\":30}],\"error\":null,\"request_id\":\"r-2\"}";

    private static FaultServer.Script status(String status) {
        return responding(200, "{\"task_id\":\"task_1\",\"status\":\"" + status + "\",\"videos\":null,\"error\":null}");
    }

    private Tasks tasks(FaultServer server) {
        return service(server.url()).build().tasks();
    }

    private static final class Progress implements TaskListener {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void seen(Task task) {
            lines.add(task.status());
        }

        @Override
        public void failure(TaskException failure, Duration pause) {
            lines.add(failure.getMessage() + " (again in " + pause.toMillis() + " ms)");
        }
    }

    @Test
    void reads_a_task_that_has_succeeded() throws Exception {
        FaultServer server = server(responding(200, SUCCEEDED));
        Task.Video video = new Task.Video(
                Optional.of("https://cdn.example.org/v.mp4?sig=1"),
                Optional.of(BigDecimal.valueOf(720)),
                Optional.of(BigDecimal.valueOf(1280)),
                Optional.of(new BigDecimal("5.04")),
                Optional.empty());
        assertThat(tasks(server).task("task_1"))
                .isEqualTo(new Task(
                        "task_1",
                        "succeeded",
                        Optional.of("m"),
                        Optional.of("2026-04-21T07:17:39.146Z"),
                        Optional.of("2026-04-21T07:20:00Z"),
                        List.of(video),
                        Optional.empty(),
                        Optional.of("r-2")));
        assertThat(server.requests().get(0)).startsWith("GET /v1/videos/tasks/task_1 HTTP/1.1\r\n");
    }

    @Test
    void reads_a_task_that_has_failed() throws Exception {
        FaultServer server = server(responding(
                200,
                "{\"task_id\":\"task_1\",\"status\":\"failed\",\"error\":{\"code\":502,\"message\":\"upstream\"}}"));
        Task task = tasks(server).task("task_1");
        assertThat(task.state()).isEqualTo(Task.Status.FAILED);
        assertThat(task.error()).isEqualTo(Optional.of(new Task.Failure(Optional.of("502"), Optional.of("upstream"))));
        assertThat(task.videos()).isEmpty();
    }

    @Test
    void an_unknown_status_is_no_end() throws Exception {
        Task task = tasks(server(status("pondering"))).task("task_1");
        assertThat(task.status()).isEqualTo("pondering");
        assertThat(task.state()).isEqualTo(Task.Status.UNKNOWN);
        assertThat(task.hasEnded()).isFalse();
    }

    @Test
    void a_task_that_the_service_does_not_know_is_said_at_once() throws Exception {
        FaultServer server = server(responding(
                404, "{\"error\":{\"code\":\"not_found\",\"message\":\"no such task\",\"request_id\":\"r-4\"}}"));
        TaskException thrown =
                catchThrowableOfType(TaskException.class, () -> tasks(server).task("task_x"));
        assertThat(seen(thrown)).hasMessage("HTTP 404: no such task");
        assertThat(thrown.status()).hasValue(404);
        assertThat(thrown.code()).isEqualTo(Optional.of("not_found"));
        assertThat(thrown.requestId()).isEqualTo(Optional.of("r-4"));
        assertThat(server.requests()).hasSize(1);
        assertThatThrownBy(() -> tasks(server).await("task_x")).isInstanceOf(TaskException.class);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void asking_is_tried_again() throws Exception {
        FaultServer server = server(
                responding(500, ""),
                writing("nonsense\r\n\r\n"),
                responding(429, "", "Retry-After: 3"),
                status("queued"));
        assertThat(tasks(server).task("task_1").status()).isEqualTo("queued");
        assertThat(clock.slept()).extracting(Duration::toMillis).containsExactly(375L, 750L, 3000L);
    }

    @Test
    void a_response_that_reports_nothing_is_no_task() throws IOException {
        for (String body : List.of(
                "",
                "{}",
                "[]",
                "{\"task_id\":\"task_1\"}",
                "{\"task_id\":\"task_1\",\"status\":null}",
                "{\"task_id\":\"task_2\",\"status\":\"queued\"}",
                "{\"status\":\"que")) {
            FaultServer server = server(responding(200, body));
            assertThatThrownBy(() -> tasks(server).task("task_1")).as(body).isInstanceOf(TaskException.class);
        }
        FaultServer page = server(writing("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\n{}"));
        assertThatThrownBy(() -> tasks(page).task("task_1")).hasMessage("the response is text/html, not JSON");
    }

    @Test
    void waits_two_seconds_between_two_looks() throws Exception {
        FaultServer server =
                server(status("queued"), status("processing"), status("pondering"), responding(200, SUCCEEDED));
        Progress progress = new Progress();
        Task task = tasks(server).await("task_1", Duration.ofMinutes(1), progress);
        assertThat(task.state()).isEqualTo(Task.Status.SUCCEEDED);
        assertThat(progress.lines).containsExactly("queued", "processing", "pondering", "succeeded");
        assertThat(clock.slept()).hasSize(3).containsOnly(Duration.ofSeconds(2));
    }

    @Test
    void backs_off_while_the_state_is_unknown() throws Exception {
        FaultServer server = server(
                responding(500, ""),
                responding(502, ""),
                responding(500, ""),
                responding(500, ""),
                responding(429, "", "Retry-After: 10"),
                status("queued"),
                status("succeeded"));
        Progress progress = new Progress();
        tasks(server).await("task_1", Duration.ofMinutes(5), progress);
        assertThat(clock.slept())
                .extracting(Duration::toMillis)
                .containsExactly(2000L, 2000L, 2000L, 3000L, 10_000L, 2000L);
        assertThat(progress.lines)
                .startsWith("HTTP 500 (again in 2000 ms)", "HTTP 502 (again in 2000 ms)")
                .endsWith("HTTP 429 (again in 10000 ms)", "queued", "succeeded");
    }

    @Test
    void a_wait_that_runs_out_keeps_the_task() throws Exception {
        FaultServer server = server(status("processing"), responding(503, ""), status("processing"));
        WaitTimeoutException thrown = catchThrowableOfType(
                WaitTimeoutException.class,
                () -> tasks(server).await("task_1", Duration.ofSeconds(7), TaskListener.NONE));
        assertThat(seen(thrown)).hasMessage("Task task_1 did not end within 7 s (last status: processing)");
        assertThat(thrown.taskId()).isEqualTo("task_1");
        assertThat(thrown.lastSeen().map(Task::state)).isEqualTo(Optional.of(Task.Status.PROCESSING));
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void a_wait_that_never_saw_the_task_says_why() throws Exception {
        FaultServer server = server(responding(503, "{\"error\":{\"message\":\"busy\"}}"));
        assertThatThrownBy(() -> tasks(server).await("task_1", Duration.ofSeconds(1), TaskListener.NONE))
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessage("The service did not report on task task_1 within 1 s (HTTP 503: busy)");
    }

    @Test
    void an_interrupt_ends_a_look() throws Exception {
        FaultServer server = server(status("queued"));
        Tasks tasks = tasks(server);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> tasks.await("task_1")).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void an_invalid_id_sends_no_request() {
        Tasks tasks = service(URI.create("https://example.org")).build().tasks();
        assertThatThrownBy(() -> tasks.task("..")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_key_is_masked_in_what_a_task_says() throws Exception {
        FaultServer server = server(responding(
                200,
                "{\"task_id\":\"task_1\",\"status\":\"failed\",\"error\":{\"message\":\"key " + KEY.text() + "\"}}"));
        assertThat(seen(tasks(server).task("task_1")).error().flatMap(Task.Failure::message))
                .isEqualTo(Optional.of("key ***"));
    }

    @Test
    void the_signature_of_a_url_is_masked_in_what_a_task_says_and_kept_in_its_result() throws Exception {
        FaultServer server = server(
                responding(
                        200,
                        "{\"task_id\":\"task_1\",\"status\":\"failed\",\"videos\":[{\"url\":\"https://h/v?X-Amz-Signature=ab\","
                                + "\"cover_url\":\"https://h/c?sig=cd\"}],\"error\":{\"message\":\"no https://h/a.jpg?x=1&sig=ab%2Fc here\"}}"));
        Task task = tasks(server).task("task_1");
        assertThat(task.error().flatMap(Task.Failure::message))
                .isEqualTo(Optional.of("no https://h/a.jpg?x=1&sig=*** here"));
        assertThat(task.videos().get(0).url()).isEqualTo(Optional.of("https://h/v?X-Amz-Signature=ab"));
        assertThat(task.videos().get(0).coverUrl()).isEqualTo(Optional.of("https://h/c?sig=cd"));
    }

    @Test
    void a_failure_that_does_not_name_the_task_or_is_reported_twice_frees_nothing() throws Exception {
        for (String body : List.of(
                "{\"status\":\"failed\",\"message\":\"upstream timed out\"}",
                "{\"task_id\":null,\"status\":\"failed\"}",
                "{\"task_id\":\"task_1\",\"task_id\":7,\"status\":\"failed\"}",
                "{\"task_id\":\"task_1\",\"status\":\"queued\",\"status\":\"failed\"}")) {
            FaultServer server = server(responding(200, body));
            assertThatThrownBy(() -> tasks(server).task("task_1")).as(body).isInstanceOf(TaskException.class);
        }
    }
}
