/** What a worker process and the one that started it say to each other. */
@NullMarked
package io.mediapreflight.ffmpeg.message;

import org.jspecify.annotations.NullMarked;
