package io.mediapreflight.cli.submit;

import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.report.VisibleSource;
import io.mediapreflight.submit.Submission;
import io.mediapreflight.submit.batch.BatchResult;
import io.mediapreflight.submit.batch.BatchSummary;
import io.mediapreflight.submit.upload.Upload;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** For people and for {@code grep}: a line for each row on standard output; findings, and what all rows came to, on standard error. */
final class BatchText implements BatchReport {
    /** As long as the longest outcome. */
    private static final int OUTCOME = "alreadyUnanswered".length();

    private final Console console;
    private final Diagnostics diagnostics;
    private final Set<String> uploads = new HashSet<>();
    private long uploadBytes;

    BatchText(Console console, Diagnostics diagnostics) {
        this.console = console;
        this.diagnostics = diagnostics;
    }

    @Override
    public void begin() {}

    @Override
    public void add(BatchResult result) throws IOException {
        String line = String.format("%-" + OUTCOME + "s  ", result.outcomeId())
                + VisibleSource.of(result.item().name()) + "  " + SafeText.inOneLine(detail(result));
        console.out().write((line.stripTrailing() + "\n").getBytes(StandardCharsets.UTF_8));
        console.out().flush();
        if (result instanceof BatchResult.NotCleared refused
                && !refused.verdict().passed()) {
            SubmissionText.report(refused.verdict(), console);
        }
    }

    private String detail(BatchResult result) {
        if (result instanceof BatchResult.Submitted submitted) {
            return detail(submitted.submission());
        }
        if (result instanceof BatchResult.NotCleared refused) {
            return refused.why();
        }
        if (result instanceof BatchResult.NotUploaded failed) {
            return failed.why();
        }
        if (result instanceof BatchResult.NotRecorded failed) {
            return failed.why();
        }
        return result instanceof BatchResult.Planned planned ? detail(planned) : "";
    }

    private static String detail(Submission submission) {
        if (submission instanceof Submission.Refused refused) {
            return refused.message();
        }
        if (submission instanceof Submission.Unanswered unanswered) {
            return unanswered.why();
        }
        if (submission instanceof Submission.AlreadyUnanswered already) {
            return Phrase.of("cli:already-unanswered")
                    .with("time", already.entry().at().toString())
                    .toString();
        }
        return submission.acceptedTaskId().orElse("");
    }

    private String detail(BatchResult.Planned planned) {
        for (Upload upload : planned.uploads()) {
            if (uploads.add(upload.name())) {
                uploadBytes += upload.digest().size();
            }
        }
        int count = planned.uploads().size();
        return count == 0
                ? ""
                : Phrase.of("cli:batch.uploads").with("count", count).toString();
    }

    @Override
    public void end(BatchSummary summary, boolean allRead) {
        int planned = summary.count("dryRun");
        if (planned > 0) {
            diagnostics.say(Phrase.of(uploads.isEmpty() ? "cli:batch.plan" : "cli:batch.plan-uploads")
                    .with("count", planned)
                    .with("files", uploads.size())
                    .with("bytes", uploadBytes));
        }
        List<Phrase> counts = new ArrayList<>();
        for (Map.Entry<String, Integer> each : summary.counts().entrySet()) {
            counts.add(
                    Phrase.of("cli:batch.count").with("count", each.getValue()).with("outcome", each.getKey()));
        }
        if (!counts.isEmpty()) {
            diagnostics.say(
                    Phrase.of("cli:batch.total").with("count", summary.total()).with("counts", counts));
        }
        if (summary.count("unanswered") + summary.count("alreadyUnanswered") > 0) {
            diagnostics.say(Phrase.of("cli:batch.look-first"));
        }
    }
}
