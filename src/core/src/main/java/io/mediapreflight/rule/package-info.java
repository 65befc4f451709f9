/** Pure functions from facts to findings. */
@NullMarked
package io.mediapreflight.rule;

import org.jspecify.annotations.NullMarked;
