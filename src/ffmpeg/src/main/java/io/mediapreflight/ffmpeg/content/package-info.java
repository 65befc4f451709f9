/** What the frames show: pure functions of small gray frames. */
@NullMarked
package io.mediapreflight.ffmpeg.content;

import org.jspecify.annotations.NullMarked;
