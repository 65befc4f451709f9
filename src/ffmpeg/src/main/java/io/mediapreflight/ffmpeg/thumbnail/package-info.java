/** Small images of a video, for people to look at. */
@NullMarked
package io.mediapreflight.ffmpeg.thumbnail;

import org.jspecify.annotations.NullMarked;
