/** What a probe found as bytes, and back: to keep it in a file, or to send it to another process. */
@NullMarked
package io.mediapreflight.probe.codec;

import org.jspecify.annotations.NullMarked;
