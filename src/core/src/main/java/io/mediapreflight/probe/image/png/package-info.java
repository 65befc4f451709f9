/** The header probe of PNG (ISO/IEC 15948). */
@NullMarked
package io.mediapreflight.probe.image.png;

import org.jspecify.annotations.NullMarked;
