package io.mediapreflight.cli.submit;

import io.mediapreflight.Verdict;
import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.TerminalWidth;
import io.mediapreflight.report.TextReport;
import io.mediapreflight.submit.Submission;
import io.mediapreflight.submit.Task;
import io.mediapreflight.submit.upload.Upload;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** For people and for {@code $(…)}: the task id alone on standard output, and everything else on standard error. */
final class SubmissionText implements SubmitReport {
    private static final String LOOK = "cli:look-first";

    private final Console console;
    private final Diagnostics diagnostics;

    SubmissionText(Console console, Diagnostics diagnostics) {
        this.console = console;
        this.diagnostics = diagnostics;
    }

    @Override
    public void cleared(Verdict verdict) throws IOException {
        if (!verdict.passed()) {
            report(verdict, console);
        }
    }

    @Override
    public void notCleared(Verdict verdict, String why) throws IOException {
        report(verdict, console);
        diagnostics.say(Phrase.of("cli:not-sent").with("reason", why));
    }

    /** The findings of what is not cleared, or is with warnings; standard output has nothing but results. */
    static void report(Verdict verdict, Console console) throws IOException {
        int lineWidth = TerminalWidth.ofErrors(console.environment());
        new TextReport(console.err(), new TextReport.Style(false, true, false, 0, lineWidth)).add(verdict);
    }

    @Override
    public void dryRun(Optional<DryRun> run, List<Upload> uploads) throws IOException {
        for (Upload upload : uploads) {
            diagnostics.say(Phrase.of("cli:dry-run-upload")
                    .with("file", String.valueOf(upload.copy()))
                    .with("name", upload.name())
                    .with("bytes", upload.digest().size()));
        }
        if (run.isPresent()) {
            StringBuilder text =
                    new StringBuilder(run.get().method() + " " + run.get().url() + "\n");
            run.get()
                    .headers()
                    .forEach((name, value) ->
                            text.append(name).append(": ").append(value).append('\n'));
            print(text.append('\n').append(run.get().body()).append('\n').toString());
        }
    }

    @Override
    public void submitted(Submission submission) throws IOException {
        Optional<String> taskId = submission.acceptedTaskId();
        if (taskId.isPresent()) {
            print(SafeText.of(taskId.get()) + "\n");
        }
        if (submission instanceof Submission.Refused refused) {
            diagnostics.say(
                    detailed("cli:refused", refused.code(), refused.requestId()).with("reason", refused.message()));
        } else if (submission instanceof Submission.Unanswered unanswered) {
            diagnostics.say(detailed("cli:unanswered", Optional.empty(), unanswered.requestId())
                    .with("reason", unanswered.why()));
            diagnostics.say(Phrase.of(LOOK));
        } else if (submission instanceof Submission.AlreadyAccepted already) {
            diagnostics.say(Phrase.of("cli:already-accepted")
                    .with("time", already.entry().at().toString()));
        } else if (submission instanceof Submission.AlreadyUnanswered already) {
            diagnostics.say(already.entry()
                    .message()
                    .map(why -> Phrase.of("cli:already-unanswered-because").with("reason", why))
                    .orElseGet(() -> Phrase.of("cli:already-unanswered"))
                    .with("time", already.entry().at().toString()));
            diagnostics.say(Phrase.of(LOOK));
        }
    }

    private static Phrase detailed(String key, Optional<String> code, Optional<String> requestId) {
        List<Phrase> details = new ArrayList<>();
        code.map(Phrase::verbatim).ifPresent(details::add);
        requestId.map(id -> Phrase.of("cli:request-id").with("id", id)).ifPresent(details::add);
        return details.isEmpty() ? Phrase.of(key) : Phrase.of(key + "-details").with("details", details);
    }

    @Override
    public void waited(TaskOutcome outcome) throws IOException {
        if (outcome.task().isPresent()) {
            StringBuilder text = new StringBuilder();
            appendUrls(text, outcome.task().get());
            print(text.toString());
        }
        outcome.message().ifPresent(diagnostics::say);
    }

    /** The URL of each video on a line of its own. */
    static void appendUrls(StringBuilder text, Task task) {
        for (Task.Video video : task.videos()) {
            video.url().ifPresent(url -> text.append(SafeText.of(url)).append('\n'));
        }
    }

    @Override
    public void end() {}

    private void print(String text) throws IOException {
        console.out().write(text.getBytes(StandardCharsets.UTF_8));
        console.out().flush();
    }
}
