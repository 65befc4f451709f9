/** The header probe of HEIC and AVIF: still images and sequences in the boxes of MP4 (ISO/IEC 23008-12). */
@NullMarked
package io.mediapreflight.probe.image.heif;

import org.jspecify.annotations.NullMarked;
