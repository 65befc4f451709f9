/** What the work on one file may cost, and whether it may go on. */
@NullMarked
package io.mediapreflight.ffmpeg.bound;

import org.jspecify.annotations.NullMarked;
