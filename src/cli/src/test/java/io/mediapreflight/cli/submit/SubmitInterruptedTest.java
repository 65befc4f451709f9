package io.mediapreflight.cli.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SubmitInterruptedTest extends ServiceTest {
    @Test
    void ctrl_c_while_it_judges_is_called_what_it_is() throws IOException {
        interruption = finish -> {
            new Thread(finish).start();
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        };
        Run run = submit();
        Thread.interrupted();
        assertThat(run.code()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(run.err()).contains("Interrupted before anything was sent").doesNotContain("Exception");
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void ctrl_c_while_it_waits_leaves_the_task_id() throws IOException {
        service.reports(200, StubService.task("processing", ""));
        interruption = finish -> new Thread(() -> {
                    while (service.seen().size() < 2) {
                        Thread.onSpinWait();
                    }
                    finish.run();
                })
                .start();
        Run run = submit("--wait");
        Thread.interrupted();
        assertThat(run.code()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(run.out()).isEqualTo("task_1\n");
        assertThat(run.err()).contains("Interrupted", "preflight task --wait task_1");
    }

    @Test
    void ctrl_c_while_it_is_sent_is_kept_in_the_journal() throws IOException {
        Runnable[] finish = new Runnable[1];
        interruption = toCall -> finish[0] = toCall;
        service.first(() -> {
            Thread end = new Thread(finish[0]);
            end.start();
            try {
                end.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        Run run = submit();
        Thread.interrupted();
        assertThat(run.code()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(run.err()).contains("It may have been accepted");
        assertThat(run("journal").out()).contains("  unanswered  ");
    }
}
