/** FFmpeg in a process of its own. */
@NullMarked
package io.mediapreflight.ffmpeg.worker;

import org.jspecify.annotations.NullMarked;
