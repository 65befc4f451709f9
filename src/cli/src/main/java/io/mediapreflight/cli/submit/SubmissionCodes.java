package io.mediapreflight.cli.submit;

import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.submit.Submission;

/** The exit code of a submission. Public: scripts depend on it. */
final class SubmissionCodes {
    private SubmissionCodes() {}

    static int of(Submission submission) {
        if (submission instanceof Submission.Refused) {
            return ExitCode.REFUSED;
        }
        return submission.acceptedTaskId().isPresent() ? ExitCode.PASSED : ExitCode.UNANSWERED;
    }
}
