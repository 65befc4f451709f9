package io.mediapreflight.cli.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SubmitJsonTest extends ServiceTest {
    private Run json(int code, String... more) throws IOException {
        String[] args = java.util.Arrays.copyOf(more, more.length + 2);
        args[more.length] = "--format";
        args[more.length + 1] = "json";
        Run run = submit(args);
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).startsWith("{\n").endsWith("\n}\n");
        return run;
    }

    @Test
    void accepted_and_known_as_accepted() throws IOException {
        assertThat(json(ExitCode.PASSED).out()).isEqualTo("""
                        {
                          "schema": "preflight.submission/1",
                          "outcome": "accepted",
                          "taskId": "task_1",
                          "model": "kling/kling-v3-motion-control",
                          "createdAt": "2026-04-21T07:17:39.146Z",
                          "requestId": "r-1",
                          "attempts": 1
                        }
                        """);
        assertThat(json(ExitCode.PASSED).out())
                .contains("\"outcome\": \"alreadyAccepted\"", "\"taskId\": \"task_1\"", "\"requestId\": \"r-1\"");
    }

    @Test
    void refused() throws IOException {
        service.responds(
                422, "{\"error\":{\"code\":\"bad\",\"message\":\"no\",\"status\":422,\"request_id\":\"r-2\"}}");
        assertThat(json(ExitCode.REFUSED).out())
                .contains("\"outcome\": \"refused\"", "\"status\": 422", "\"code\": \"bad\"")
                .contains("\"requestId\": \"r-2\"", "\"attempts\": 1");
    }

    @Test
    void unanswered_and_known_as_unanswered() throws IOException {
        service.responds(502, "{}");
        assertThat(json(ExitCode.UNANSWERED).out()).contains("\"outcome\": \"unanswered\"", "\"status\": 502");
        assertThat(json(ExitCode.UNANSWERED).out()).contains("\"outcome\": \"alreadyUnanswered\"");
    }

    @Test
    void not_cleared_with_the_requests_result() throws IOException {
        Run run = run("submit", "--offline", file("request.json", REQUEST), "--format", "json");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out())
                .contains("\"outcome\": \"notCleared\"", "\"check\": {", "\"kind\": \"request\"", "\"media\": [");
        assertThat(run("submit", "missing.json", "--format", "json").out())
                .contains("\"outcome\": \"notCleared\"", "\"rule\": \"file.access\"");
    }

    @Test
    void a_dry_run_with_what_would_be_sent() throws IOException {
        assertThat(json(ExitCode.PASSED, "--dry-run").out())
                .contains("\"outcome\": \"dryRun\"", "\"method\": \"POST\"", "\"Authorization\": \"Bearer ***\"")
                .contains("\"body\": {\"model\":\"kling/kling-v3-motion-control\"");
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void the_task_it_waited_for() throws IOException {
        service.reports(
                200,
                StubService.task(
                        "succeeded",
                        ",\"completed_at\":\"2026-04-21T07:20:00Z\",\"videos\":[{\"url\":\"https://cdn.example/1.mp4\","
                                + "\"width\":720,\"height\":1280,\"duration\":4.04,\"cover_url\":\"https://cdn.example/1.jpg\"}],"
                                + "\"error\":null,\"request_id\":\"r-9\""));
        assertThat(json(ExitCode.PASSED, "--wait").out().replaceAll("\\s+", ""))
                .contains("\"outcome\":\"accepted\"")
                .contains("\"task\":{\"taskId\":\"task_1\",\"status\":\"succeeded\","
                        + "\"model\":\"kling/kling-v3-motion-control\",\"createdAt\":\"2026-04-21T07:17:39.146Z\","
                        + "\"completedAt\":\"2026-04-21T07:20:00Z\",\"videos\":[{\"url\":\"https://cdn.example/1.mp4\","
                        + "\"width\":720,\"height\":1280,\"duration\":4.04,\"coverUrl\":\"https://cdn.example/1.jpg\"}],"
                        + "\"requestId\":\"r-9\"}");
    }

    @Test
    void out_of_time_with_the_task_as_it_was_last_seen() throws IOException {
        assertThat(json(ExitCode.STILL_RUNNING, "--wait", "--wait-timeout", "0.2")
                        .out())
                .contains("\"outcome\": \"accepted\"", "\"taskId\": \"task_1\"", "\"status\": \"queued\"");
    }
}
