package io.mediapreflight.cli.submit;

import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.GracefulInterrupt;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.report.JsonOutput;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.Task;
import io.mediapreflight.submit.UnsafeJavaException;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
import io.mediapreflight.text.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code preflight task}: asks for a task's state, or waits for its end. */
public final class TaskCommand {
    private static final String SCHEMA = "preflight.task/1";

    private TaskCommand() {}

    public static void describe(CommandSpec spec) {
        ServiceOptions.addOptions(spec);
        spec.addOption(Flags.format());
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("TASK_ID")
                .type(String.class)
                .arity("1")
                .build());
    }

    public static int run(ParseResult parsed, Console console) throws UsageException, IOException {
        Diagnostics diagnostics = new Diagnostics(console.err(), false);
        String taskId = parsed.matchedPositionalValue(0, "");
        if (taskId.isBlank()) {
            throw new UsageException(Phrase.of("cli:no-task"));
        }
        ServiceOptions options = ServiceOptions.of(parsed, console.environment(), Flags.isJson(parsed));
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(taskId)) {
            throw new UsageException(Phrase.of("cli:task-id-encoding"));
        }
        Optional<Service> service = service(options, console, diagnostics);
        if (service.isEmpty()) {
            return ExitCode.PROGRAM_ERROR;
        }
        GracefulInterrupt interrupt = new GracefulInterrupt();
        console.interruption().onEnd(interrupt);
        try {
            Waiting waiting = new Waiting(diagnostics, console.environment().isWatched());
            TaskOutcome outcome = options.waits()
                    ? TaskOutcome.await(service.get(), taskId, options, waiting)
                    : TaskOutcome.ask(service.get(), taskId);
            report(outcome, taskId, options.json(), console);
            outcome.message().ifPresent(diagnostics::say);
            return interrupt.end(outcome.code());
        } catch (RefusedValueException e) {
            throw new UsageException(e.reason()); // no task can have such an id
        } finally {
            interrupt.end(ExitCode.PASSED);
        }
    }

    private static Optional<Service> service(ServiceOptions options, Console console, Diagnostics diagnostics)
            throws UsageException {
        try {
            return Optional.of(options.service(options.key(console.environment()), Optional.empty()));
        } catch (IOException e) {
            diagnostics.say(Phrase.of("cli:journal-unusable").with("reason", Diagnostics.reason(e)));
            return Optional.empty();
        } catch (UnsafeJavaException e) {
            diagnostics.say(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static void report(TaskOutcome outcome, String taskId, boolean json, Console console) throws IOException {
        if (json) {
            writeJson(outcome, taskId, console);
        } else if (outcome.task().isPresent()) {
            Task task = outcome.task().get();
            StringBuilder text = new StringBuilder(SafeText.of(task.taskId()))
                    .append(' ')
                    .append(SafeText.of(task.status()))
                    .append('\n');
            SubmissionText.appendUrls(text, task);
            console.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void writeJson(TaskOutcome outcome, String taskId, Console console) throws IOException {
        JsonOutput json = JsonOutput.indented(console.out());
        json.startObject();
        json.put("schema", SCHEMA);
        if (outcome.task().isPresent()) {
            TaskJson.writeMembers(json, outcome.task().get());
        } else {
            json.put("taskId", taskId);
            SubmissionJson.writeFailure(json, outcome);
        }
        json.endObject();
        json.endLine();
        json.drain();
    }
}
