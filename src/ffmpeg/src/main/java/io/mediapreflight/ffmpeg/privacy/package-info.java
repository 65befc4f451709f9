/** What a file tells of people and places. */
@NullMarked
package io.mediapreflight.ffmpeg.privacy;

import org.jspecify.annotations.NullMarked;
