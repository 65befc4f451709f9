package io.mediapreflight.cli.submit;

import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.submit.JournalException;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.Task;
import io.mediapreflight.submit.TaskException;
import io.mediapreflight.submit.WaitTimeoutException;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.Optional;

/**
 * What asking for a task came to.
 *
 * @param code the exit code
 * @param task as it was last seen
 * @param failure why the task's state is unknown
 * @param message for standard error
 */
record TaskOutcome(int code, Optional<Task> task, Optional<TaskException> failure, Optional<String> message) {
    /** Asks once. That a task failed is a response like any other. */
    static TaskOutcome ask(Service service, String taskId) {
        try {
            return new TaskOutcome(
                    ExitCode.PASSED, Optional.of(service.tasks().task(taskId)), Optional.empty(), Optional.empty());
        } catch (IOException | InterruptedException e) {
            return failed(e, taskId);
        }
    }

    /** Waits until it has ended, or time has run out. */
    static TaskOutcome await(Service service, String taskId, ServiceOptions options, Waiting waiting) {
        try {
            return ended(service.tasks().await(taskId, options.waitTimeout(), waiting));
        } catch (IOException | InterruptedException e) {
            return failed(e, taskId);
        } finally {
            waiting.end();
        }
    }

    private static TaskOutcome ended(Task task) {
        boolean succeeded = task.state() == Task.Status.SUCCEEDED;
        return new TaskOutcome(
                succeeded ? ExitCode.PASSED : ExitCode.NOT_PASSED,
                Optional.of(task),
                Optional.empty(),
                succeeded ? Optional.empty() : Optional.of(whyFailed(task).toString()));
    }

    private static Phrase whyFailed(Task task) {
        return task.error()
                .flatMap(TaskOutcome::reason)
                .map(reason -> Phrase.of("cli:task-failed-because").with("reason", reason))
                .orElseGet(() -> Phrase.of("cli:task-failed"))
                .with("task", task.taskId());
    }

    /** What the service says of it: its words, its code, or both. */
    private static Optional<Phrase> reason(Task.Failure error) {
        Optional<Phrase> code = error.code().map(Phrase::verbatim);
        if (error.message().isEmpty()) {
            return code;
        }
        String message = error.message().get();
        return Optional.of(code.map(known ->
                        Phrase.of("cli:reason-and-code").with("reason", message).with("code", known))
                .orElseGet(() -> Phrase.verbatim(message)));
    }

    private static TaskOutcome failed(Exception e, String taskId) {
        if (e instanceof InterruptedException) {
            return new TaskOutcome(
                    ExitCode.INTERRUPTED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Phrase.of("cli:task-interrupted")
                            .with("task", taskId)
                            .toString()));
        }
        if (e instanceof WaitTimeoutException timeout) {
            return new TaskOutcome(
                    ExitCode.STILL_RUNNING,
                    timeout.lastSeen(),
                    Optional.empty(),
                    Optional.of(Phrase.of("cli:task-timeout")
                            .with("reason", String.valueOf(timeout.getMessage()))
                            .with("task", taskId)
                            .toString()));
        }
        if (e instanceof JournalException journal) {
            return new TaskOutcome(
                    ExitCode.PROGRAM_ERROR,
                    journal.task(),
                    Optional.empty(),
                    Optional.of(String.valueOf(e.getMessage())));
        }
        Optional<TaskException> failure =
                e instanceof TaskException reported ? Optional.of(reported) : Optional.empty();
        return new TaskOutcome(
                ExitCode.REFUSED, Optional.empty(), failure, Optional.of(String.valueOf(e.getMessage())));
    }
}
