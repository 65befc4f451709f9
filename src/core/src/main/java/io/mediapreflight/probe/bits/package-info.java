/** Bits of configurations and parameter sets. */
@NullMarked
package io.mediapreflight.probe.bits;

import org.jspecify.annotations.NullMarked;
