package io.mediapreflight.cli.submit;

import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.submit.Submission;
import io.mediapreflight.submit.batch.BatchResult;
import io.mediapreflight.submit.batch.BatchSummary;
import java.util.List;

/** The exit code of a submission, and of many: that of the most urgent one. Public: scripts depend on it. */
final class SubmissionCodes {
    /** What may have been accepted must be looked at first; then comes what has gone wrong for all rows. */
    private static final List<Integer> URGENCY = List.of(
            ExitCode.UNANSWERED, ExitCode.PROGRAM_ERROR, ExitCode.REFUSED, ExitCode.NOT_PASSED, ExitCode.PASSED);

    private SubmissionCodes() {}

    static int of(Submission submission) {
        if (submission instanceof Submission.Refused) {
            return ExitCode.REFUSED;
        }
        return submission.acceptedTaskId().isPresent() ? ExitCode.PASSED : ExitCode.UNANSWERED;
    }

    static int worse(int one, int other) {
        return URGENCY.indexOf(one) <= URGENCY.indexOf(other) ? one : other;
    }

    static int of(BatchResult result) {
        if (result instanceof BatchResult.Submitted submitted) {
            return of(submitted.submission());
        }
        if (result instanceof BatchResult.NotRecorded failed) {
            int sent = failed.submission().map(SubmissionCodes::of).orElse(ExitCode.PASSED);
            return worse(sent, ExitCode.PROGRAM_ERROR);
        }
        if (result instanceof BatchResult.NotUploaded) {
            return ExitCode.PROGRAM_ERROR;
        }
        return result instanceof BatchResult.Planned ? ExitCode.PASSED : ExitCode.NOT_PASSED;
    }

    /** A batch that ended early has left something undone. */
    static int of(BatchSummary summary) {
        return summary.end().isPresent() ? ExitCode.NOT_PASSED : ExitCode.PASSED;
    }
}
