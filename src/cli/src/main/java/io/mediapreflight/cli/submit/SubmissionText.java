package io.mediapreflight.cli.submit;

import io.mediapreflight.Verdict;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.report.TextReport;
import io.mediapreflight.submit.Submission;
import io.mediapreflight.submit.Task;
import io.mediapreflight.submit.journal.JournalRecord;
import io.mediapreflight.text.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** For people and for {@code $(…)}: the task id alone on standard output, and everything else on standard error. */
final class SubmissionText implements SubmitReport {
    private static final String LOOK = "It may have been accepted: look at the tasks of your account first."
            + " 'preflight journal' lists it, and 'preflight submit --again' sends it knowingly.";

    private final OutputStream out;
    private final OutputStream err;
    private final Diagnostics diagnostics;

    SubmissionText(OutputStream out, OutputStream err, Diagnostics diagnostics) {
        this.out = out;
        this.err = err;
        this.diagnostics = diagnostics;
    }

    @Override
    public void cleared(Verdict verdict) throws IOException {
        if (!verdict.passed()) {
            report(verdict);
        }
    }

    @Override
    public void notCleared(Verdict verdict, String why) throws IOException {
        report(verdict);
        diagnostics.say("not sent: " + why);
    }

    private void report(Verdict verdict) throws IOException {
        new TextReport(err, new TextReport.Style(false, true, false, 0)).add(verdict);
    }

    @Override
    public void dryRun(DryRun run) throws IOException {
        StringBuilder text = new StringBuilder(run.method() + " " + run.url() + "\n");
        run.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append('\n'));
        print(text.append('\n').append(run.body()).append('\n').toString());
    }

    @Override
    public void submitted(Submission submission) throws IOException {
        Optional<String> taskId = SubmissionCodes.taskId(submission);
        if (taskId.isPresent()) {
            print(SafeText.of(taskId.get()) + "\n");
        }
        if (submission instanceof Submission.Refused refused) {
            diagnostics.say("refused, nothing was carried out: " + refused.message() + code(refused.code())
                    + id(refused.requestId()));
        } else if (submission instanceof Submission.Unanswered unanswered) {
            diagnostics.say("sent, and no task came back: " + unanswered.why() + id(unanswered.requestId()));
            diagnostics.say(LOOK);
        } else if (submission instanceof Submission.AlreadyAccepted already) {
            diagnostics.say(
                    "not sent again: " + was(already.entry()) + " as the task above; --again sends it knowingly");
        } else if (submission instanceof Submission.AlreadyUnanswered already) {
            diagnostics.say("not sent again: " + was(already.entry()) + ", and no response is known"
                    + already.entry().message().map(why -> ": " + why).orElse(""));
            diagnostics.say(LOOK);
        }
    }

    private static String was(JournalRecord entry) {
        return "it was submitted at " + entry.at();
    }

    private static String code(Optional<String> code) {
        return code.map(text -> " (" + text + ")").orElse("");
    }

    private static String id(Optional<String> requestId) {
        return requestId.map(text -> "; request id " + text).orElse("");
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
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
