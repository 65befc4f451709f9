package io.mediapreflight.cli.submit;

import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.submit.JournalException;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.Task;
import io.mediapreflight.submit.TaskException;
import io.mediapreflight.submit.WaitTimeoutException;
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
    private static final String GOES_ON = "; the task goes on. Ask again: preflight task --wait ";

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
                succeeded ? Optional.empty() : Optional.of(task.taskId() + " failed" + why(task)));
    }

    private static String why(Task task) {
        return task.error()
                .map(error -> ": " + error.message().orElse("no message")
                        + error.code().map(code -> " (" + code + ")").orElse(""))
                .orElse("");
    }

    private static TaskOutcome failed(Exception e, String taskId) {
        if (e instanceof InterruptedException) {
            return new TaskOutcome(
                    ExitCode.INTERRUPTED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("interrupted" + GOES_ON + taskId));
        }
        if (e instanceof WaitTimeoutException timeout) {
            return new TaskOutcome(
                    ExitCode.STILL_RUNNING,
                    timeout.lastSeen(),
                    Optional.empty(),
                    Optional.of(timeout.getMessage() + ". Ask again: preflight task --wait " + taskId));
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
