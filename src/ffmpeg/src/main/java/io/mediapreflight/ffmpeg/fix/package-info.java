/** Writes copies that pass: FFmpeg as a program, in a process of its own, carries out a plan, and its result is judged like any file. */
@NullMarked
package io.mediapreflight.ffmpeg.fix;

import org.jspecify.annotations.NullMarked;
