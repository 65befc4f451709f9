/** Judges many media at once: an {@link io.mediapreflight.audit.Audit} over directories, lists or sources. */
@NullMarked
package io.mediapreflight.audit;

import org.jspecify.annotations.NullMarked;
