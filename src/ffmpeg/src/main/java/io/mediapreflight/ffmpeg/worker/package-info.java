/** FFmpeg in a process of its own, and what is said between the two. */
@NullMarked
package io.mediapreflight.ffmpeg.worker;

import org.jspecify.annotations.NullMarked;
