package io.mediapreflight.cli.submit;

import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.submit.Submission;
import java.util.Optional;

/** What a submission is called in JSON, and its exit code. Public: scripts depend on both. */
final class SubmissionCodes {
    private SubmissionCodes() {}

    static int of(Submission submission) {
        if (submission instanceof Submission.Refused) {
            return ExitCode.REFUSED;
        }
        return taskId(submission).isPresent() ? ExitCode.PASSED : ExitCode.UNANSWERED;
    }

    static String outcome(Submission submission) {
        if (submission instanceof Submission.Accepted) {
            return "accepted";
        }
        if (submission instanceof Submission.AlreadyAccepted) {
            return "alreadyAccepted";
        }
        if (submission instanceof Submission.Refused) {
            return "refused";
        }
        return submission instanceof Submission.Unanswered ? "unanswered" : "alreadyUnanswered";
    }

    static Optional<String> taskId(Submission submission) {
        if (submission instanceof Submission.Accepted accepted) {
            return Optional.of(accepted.taskId());
        }
        return submission instanceof Submission.AlreadyAccepted already
                ? already.entry().taskId()
                : Optional.empty();
    }
}
