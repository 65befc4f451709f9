/** The entry: ask {@link io.mediapreflight.Preflight} for a {@link io.mediapreflight.Verdict}. */
@NullMarked
package io.mediapreflight;

import org.jspecify.annotations.NullMarked;
