/** Header probes for JPEG and PNG. */
@NullMarked
package io.mediapreflight.probe.image;

import org.jspecify.annotations.NullMarked;
