package io.mediapreflight.cli.submit;

import io.mediapreflight.submit.batch.BatchResult;
import io.mediapreflight.submit.batch.BatchSummary;
import java.io.IOException;

/** A form in which {@code submit --manifest} reports what it does. */
interface BatchReport {
    /** Before the first result. */
    void begin() throws IOException;

    /** What became of a row; it is written at once. */
    void add(BatchResult result) throws IOException;

    /**
     * The end.
     *
     * @param allRead whether every row could be read
     */
    void end(BatchSummary summary, boolean allRead) throws IOException;
}
