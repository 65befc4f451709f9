/** The header probe of JPEG (ITU-T T.81), and what cameras write behind the image. */
@NullMarked
package io.mediapreflight.probe.image.jpeg;

import org.jspecify.annotations.NullMarked;
