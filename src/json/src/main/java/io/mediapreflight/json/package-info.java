/** JSON from outside, read within bounds. */
@NullMarked
package io.mediapreflight.json;

import org.jspecify.annotations.NullMarked;
