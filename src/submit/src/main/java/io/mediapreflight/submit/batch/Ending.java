package io.mediapreflight.submit.batch;

import io.mediapreflight.submit.Submission;
import io.mediapreflight.submit.batch.BatchSummary.End;
import java.util.Optional;

/** Whether a batch goes on: each result may be its last. */
final class Ending {
    /** A service or a store that fails so often in a row is down: each further request would have to be looked at by hand. */
    static final int MAX_FAILURES = 10;

    private static final int UNAUTHORIZED = 401;
    private static final int NO_CREDITS = 402;

    private Optional<End> end = Optional.empty();
    private int failures;

    synchronized Optional<End> end() {
        return end;
    }

    boolean isOver() {
        return end().isPresent();
    }

    /** The first reason stands. */
    synchronized void because(End why) {
        end = end.isPresent() ? end : Optional.of(why);
    }

    synchronized void note(BatchResult result) {
        if (result instanceof BatchResult.NotRecorded) {
            because(End.JOURNAL);
        } else if (result instanceof BatchResult.NotUploaded) {
            failed();
        } else if (result instanceof BatchResult.Submitted submitted) {
            note(submitted.submission());
        }
    }

    private void note(Submission submission) {
        if (submission instanceof Submission.Accepted) {
            failures = 0;
        } else if (submission instanceof Submission.Unanswered) {
            failed();
        } else if (submission instanceof Submission.Refused refused) {
            int status = refused.status().orElse(0);
            if (status == UNAUTHORIZED || status == NO_CREDITS) {
                because(End.REFUSED);
            } else if (status == 0) { // it could not be reached
                failed();
            }
        }
    }

    private void failed() {
        failures++;
        if (failures >= MAX_FAILURES) {
            because(End.FAILURES);
        }
    }
}
