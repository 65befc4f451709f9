package io.mediapreflight.cli.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TaskTest extends ServiceTest {
    @Test
    void reports_a_tasks_state() {
        Run run = run("task", "task_1");
        assertThat(run).isEqualTo(new Run(ExitCode.PASSED, "task_1 queued\n", ""));
        assertThat(service.seen())
                .singleElement()
                .satisfies(seen -> assertThat(seen.path()).isEqualTo("/base/v1/videos/tasks/task_1"));
    }

    @Test
    void reports_an_undocumented_status() {
        service.reports(200, StubService.task("moon\\u001bstruck", ""));
        assertThat(run("task", "task_1").out()).startsWith("task_1 moon").doesNotContain("\u001b");
    }

    @Test
    void waits_for_the_end() {
        service.reports(200, StubService.task("succeeded", ",\"videos\":[{\"url\":\"https://cdn.example/1.mp4\"}]"));
        assertThat(run("task", "--wait", "task_1"))
                .isEqualTo(new Run(ExitCode.PASSED, "task_1 succeeded\nhttps://cdn.example/1.mp4\n", ""));
    }

    @Test
    void a_failed_task_fails_the_command_that_waits_for_it() {
        service.reports(200, StubService.task("failed", ",\"error\":{\"code\":\"E7\",\"message\":\"too dark\"}"));
        assertThat(run("task", "task_1").code()).isEqualTo(ExitCode.PASSED);
        Run run = run("task", "--wait", "task_1", "--format", "json");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out().replaceAll("\\s", ""))
                .startsWith("{\"schema\":\"preflight.task/1\",\"taskId\":\"task_1\",\"status\":\"failed\"")
                .contains("\"error\":{\"code\":\"E7\",\"message\":\"toodark\"}");
    }

    @Test
    void running_out_of_time_is_no_failure() {
        Run run = run("task", "--wait", "--wait-timeout", "0.2", "task_1");
        assertThat(run.code()).isEqualTo(ExitCode.STILL_RUNNING);
        assertThat(run.out()).isEqualTo("task_1 queued\n");
        assertThat(run.err()).contains("The task goes on");
    }

    @Test
    void a_task_that_the_service_does_not_know_is_refused() {
        service.reports(
                404,
                "{\"error\":{\"code\":\"gone\",\"message\":\"no such task, " + KEY + "\",\"request_id\":\"r-3\"}}");
        Run run = run("task", "task_9", "--format", "json");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out())
                .contains(
                        "\"taskId\": \"task_9\"",
                        "\"httpStatus\": 404",
                        "\"code\": \"gone\"",
                        "\"requestId\": \"r-3\"");
        assertThat(run.err()).contains("no such task");
    }

    @Test
    void a_task_without_an_id_is_asked_for_before_any_key() {
        variables.remove("IMINI_API_KEY");
        for (String[] arguments : new String[][] {{"task"}, {"task", "--wait"}, {"task", ""}, {"task", " "}}) {
            Run run = run(arguments);
            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("TASK_ID").doesNotContain("API key");
        }
    }

    @Test
    void a_java_that_prints_the_key_is_refused_by_the_name_of_its_property() {
        String property = "jdk.httpclient.HttpClient.log";
        System.setProperty(property, "headers");
        try {
            Run run = run("task", "task_1");
            assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
            assertThat(run.err()).contains(property, "Remove it.").doesNotContain("defect");
            assertThat(service.seen()).isEmpty();
        } finally {
            System.clearProperty(property);
        }
    }

    @Test
    void an_id_that_is_no_text_is_not_asked_for() {
        assertThat(run("task", "\udcff\udcfe").code()).isEqualTo(ExitCode.USAGE);
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void the_journal_learns_how_a_task_ended() throws IOException {
        submit();
        service.reports(200, StubService.task("failed", ""));
        run("task", "task_1");
        assertThat(run("journal").out()).contains("  failed      task_1  ");
    }
}
