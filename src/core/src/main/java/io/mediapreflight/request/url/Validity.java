package io.mediapreflight.request.url;

import java.time.Instant;
import java.util.Optional;

/**
 * When a presigned URL may be used.
 *
 * @param by who signed it, such as {@code S3}
 * @param from the beginning, where there is one
 * @param until the end; at that instant it is over
 */
record Validity(String by, Optional<Instant> from, Instant until) {}
