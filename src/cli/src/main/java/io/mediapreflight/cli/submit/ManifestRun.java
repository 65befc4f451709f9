package io.mediapreflight.cli.submit;

import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.report.VisibleSource;
import io.mediapreflight.submit.Submission;
import io.mediapreflight.submit.batch.BatchItem;
import io.mediapreflight.submit.batch.BatchItems;
import io.mediapreflight.submit.batch.BatchResult;
import io.mediapreflight.submit.batch.BatchSummary;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports what becomes of the rows of a manifest, and says what went wrong with which of the two: the manifest or the report. Standard
 * error has the last word where standard output takes none: a task is never lost for want of space.
 */
final class ManifestRun {
    private final BatchOptions batch;
    private final BatchReport report;
    private final Diagnostics diagnostics;
    private final Map<String, Integer> counts = new HashMap<>();
    private Optional<IOException> unreadable = Optional.empty();
    private boolean unwritable;
    private int code = ExitCode.PASSED;

    ManifestRun(BatchOptions batch, BatchReport report, Diagnostics diagnostics) {
        this.batch = batch;
        this.report = report;
        this.diagnostics = diagnostics;
    }

    /** Submits requests, or says what would be submitted. */
    interface Work {
        BatchSummary on(BatchItems items, Consumer<BatchResult> results) throws IOException;
    }

    /** Runs to the end, and returns the exit code. */
    int run(BatchItems items, Work work) {
        try {
            report.begin();
            worked(items, work);
        } catch (IOException e) { // of the report alone: next and add keep the others
            cannotWrite(e);
        }
        return code;
    }

    private void worked(BatchItems items, Work work) throws IOException {
        BatchSummary summary;
        try {
            summary = work.on(() -> next(items), this::add);
        } catch (RuntimeException | Error e) {
            broken(e);
            return;
        }
        code = SubmissionCodes.worse(code, SubmissionCodes.of(summary));
        boolean interrupted = summary.end().equals(Optional.of(BatchSummary.End.INTERRUPTED));
        unreadable.filter(e -> !interrupted).ifPresent(this::cannotRead); // it is the interrupt that has closed it
        report.end(summary, unreadable.isEmpty());
        summary.end().ifPresent(end -> sayWhy(end, summary));
    }

    /** A manifest that breaks off ends as one that ends: what was sent by then is reported. */
    private Optional<BatchItem> next(BatchItems items) {
        try {
            return items.next();
        } catch (IOException e) {
            unreadable = Optional.of(e);
            return Optional.empty();
        }
    }

    /** It is called again after it has thrown, for what was being sent by then. */
    private void add(BatchResult result) {
        code = SubmissionCodes.worse(code, SubmissionCodes.of(result));
        counts.merge(result.outcomeId(), 1, Integer::sum);
        if (unwritable) {
            sayOutcome(result);
            return;
        }
        try {
            report.add(result);
        } catch (IOException e) {
            cannotWrite(e);
            sayOutcome(result);
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            unwritable = true;
            sayOutcome(result);
            throw e;
        }
    }

    /** What this run has sent, and perhaps no journal knows; of the rest a second run says the same. */
    private void sayOutcome(BatchResult result) {
        Optional<Submission> submission = Optional.empty();
        if (result instanceof BatchResult.Submitted submitted) {
            submission = Optional.of(submitted.submission());
        } else if (result instanceof BatchResult.NotRecorded failed) {
            submission = failed.submission();
        }
        submission
                .filter(each -> each instanceof Submission.Accepted || each instanceof Submission.Unanswered)
                .ifPresent(each -> diagnostics.say(outcome(each)
                        .with("file", VisibleSource.of(result.item().name()))
                        .with("outcome", each.outcomeId())));
    }

    private static Phrase outcome(Submission submission) {
        return submission
                .acceptedTaskId()
                .map(id -> Phrase.of("cli:batch.outcome-task").with("task", id))
                .orElseGet(() -> Phrase.of("cli:batch.outcome"));
    }

    /** The batch has come to its end by an error: of {@link #add}, which has said so unless it is a defect, or of the work. */
    private void broken(Throwable e) throws IOException {
        code = SubmissionCodes.worse(code, ExitCode.PROGRAM_ERROR);
        if (!(unwritable && e instanceof UncheckedIOException)) {
            diagnostics.say(Phrase.of(e instanceof OutOfMemoryError ? "cli:out-of-memory" : "cli:program-defect"), e);
        }
        if (!unwritable) {
            report.end(new BatchSummary(counts, Optional.empty(), Optional.empty()), false);
        }
    }

    private void cannotWrite(IOException e) {
        unwritable = true;
        failed("cli:cannot-write", Phrase.of("cli:standard-output").toString(), e);
    }

    private void cannotRead(IOException e) {
        failed("cli:batch.unreadable", batch.manifest(), e);
    }

    private void failed(String key, String file, IOException cause) {
        code = SubmissionCodes.worse(code, ExitCode.PROGRAM_ERROR);
        Phrase what = Phrase.of(key).with("file", file).with("reason", Diagnostics.reason(cause));
        diagnostics.say(what, cause); // nothing where the reader of standard output has seen enough
    }

    private void sayWhy(BatchSummary.End end, BatchSummary summary) {
        Phrase why = Phrase.of("cli:batch.end." + end.id()).with("max", batch.maxSubmissions());
        diagnostics.say(summary.firstLeft()
                .flatMap(row -> row.line().stream().boxed().findFirst())
                .map(line -> Phrase.of("cli:batch.left").with("reason", why).with("line", Long.toString(line)))
                .orElse(why));
    }
}
