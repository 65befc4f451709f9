package io.mediapreflight.submit.batch;

import java.io.IOException;
import java.util.Optional;

/** Requests one after the other, read while earlier ones are being sent. */
public interface BatchItems {
    /**
     * The next one; empty after the last.
     *
     * @throws IOException where it cannot be read; the batch ends there
     */
    Optional<BatchItem> next() throws IOException;
}
