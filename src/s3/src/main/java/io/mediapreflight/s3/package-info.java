/** Media in object stores that speak Amazon's S3 protocol. Begin with {@link io.mediapreflight.s3.S3Access}. */
@NullMarked
package io.mediapreflight.s3;

import org.jspecify.annotations.NullMarked;
