/** What a probe found as bytes, and back: for whoever keeps it in a file, or sends it to another process. */
@NullMarked
package io.mediapreflight.probe.codec;

import org.jspecify.annotations.NullMarked;
