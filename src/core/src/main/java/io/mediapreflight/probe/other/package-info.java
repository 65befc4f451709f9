/** Names every other format by its content, so that a refusal can say what the file is. */
@NullMarked
package io.mediapreflight.probe.other;

import org.jspecify.annotations.NullMarked;
