/** The movie header and its tracks ({@code moov}). */
@NullMarked
package io.mediapreflight.probe.mp4.movie;

import org.jspecify.annotations.NullMarked;
