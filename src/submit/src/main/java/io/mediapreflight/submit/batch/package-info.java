/** Submits many requests: checks each, gives local media a place, and sends each once. Begin with {@link io.mediapreflight.submit.batch.SubmissionBatch}. */
@NullMarked
package io.mediapreflight.submit.batch;

import org.jspecify.annotations.NullMarked;
