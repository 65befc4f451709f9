package io.mediapreflight.submit;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * Hears of every submission to a {@link Service} and of every request for a task's state, to count and log them:
 *
 * <pre>{@code
 * Service service = Service.builder().apiKey(key).listener(new SubmissionListener() {
 *     @Override
 *     public void ended(String digest, Submission submission, Duration elapsed) {
 *         meter.record(submission.outcomeId(), elapsed);
 *     }
 * }).build();
 * }</pre>
 *
 * <p>Called in the thread that submits or asks. What it throws is ignored: a counter that fails must not lose a task that was accepted.
 * It gets neither the API key nor a URL of the request, which may hold a signature: a request is named by its digest, as in the journal.
 */
public interface SubmissionListener {
    /** Ignores everything. */
    SubmissionListener NONE = new SubmissionListener() {};

    /**
     * The intent to send a request is in the journal, and it is about to be sent.
     *
     * @param digest by which the journal knows the request: {@link Submitter#digest}
     * @param elapsed since {@link Submitter#submit} was called: the time to read the media once more and to write the intent down
     */
    default void recorded(String digest, Duration elapsed) {}

    /**
     * The request was sent, or could not be: one exchange with the service has ended.
     *
     * @param attempt from 1
     * @param status of the response; empty where there was none
     * @param elapsed of this exchange
     */
    default void attempted(String digest, int attempt, OptionalInt status, Duration elapsed) {}

    /**
     * A submission has its outcome, whatever it is. Not called where nothing was sent because the request is stale or the
     * journal cannot be written.
     *
     * @param elapsed since {@link Submitter#submit} was called
     */
    default void ended(String digest, Submission submission, Duration elapsed) {}

    /**
     * The service has said how a task is.
     *
     * @param status as the service says it, such as {@code processing}
     * @param elapsed until its response, repeated requests included
     */
    default void polled(String taskId, String status, Duration elapsed) {}

    /**
     * A task's state could not be read.
     *
     * @param elapsed until that was certain
     */
    default void pollFailed(String taskId, TaskException failure, Duration elapsed) {}
}
