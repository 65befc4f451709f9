package io.mediapreflight.cli.submit;

import io.mediapreflight.Verdict;
import io.mediapreflight.submit.Submission;
import io.mediapreflight.submit.upload.Upload;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A form in which {@code submit} reports what it does. */
interface SubmitReport {
    /** It is cleared, perhaps with warnings. */
    void cleared(Verdict verdict) throws IOException;

    /** Nothing is sent; this is the end. */
    void notCleared(Verdict verdict, String why) throws IOException;

    /**
     * Nothing is sent; this is the end.
     *
     * @param run empty where what would be sent is not known before the uploads
     * @param uploads what would be put first
     */
    void dryRun(Optional<DryRun> run, List<Upload> uploads) throws IOException;

    /** What became of it. The waiting may follow. */
    void submitted(Submission submission) throws IOException;

    /** What the waiting came to. */
    void waited(TaskOutcome outcome) throws IOException;

    /** All is said. */
    void end() throws IOException;
}
