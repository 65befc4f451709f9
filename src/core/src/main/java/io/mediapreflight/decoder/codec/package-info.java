/** How a decoder's readings are packed and reported: for the modules of this project, not for other programs. */
@NullMarked
package io.mediapreflight.decoder.codec;

import org.jspecify.annotations.NullMarked;
