/** PNG where FFmpeg is too strict or too silent: the chunks that make the image, and whether its data are whole. */
@NullMarked
package io.mediapreflight.ffmpeg.png;

import org.jspecify.annotations.NullMarked;
