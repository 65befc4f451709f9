/** Codec configurations, as sample descriptions and Matroska tracks hold them: what the coded video says of itself. */
@NullMarked
package io.mediapreflight.probe.video;

import org.jspecify.annotations.NullMarked;
