/** Buckets as what an audit judges; needs {@code preflight-audit}. Begin with {@link io.mediapreflight.s3.audit.S3Assets}. */
@NullMarked
package io.mediapreflight.s3.audit;

import org.jspecify.annotations.NullMarked;
