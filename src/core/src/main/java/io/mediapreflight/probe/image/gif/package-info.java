/** The header probe of GIF (GIF89a, CompuServe 1990). */
@NullMarked
package io.mediapreflight.probe.image.gif;

import org.jspecify.annotations.NullMarked;
