/** What the pictures show: pure functions of small gray pictures. */
@NullMarked
package io.mediapreflight.ffmpeg.content;

import org.jspecify.annotations.NullMarked;
