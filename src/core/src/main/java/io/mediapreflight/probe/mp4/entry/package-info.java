/** Sample descriptions: what the samples of a track are ({@code stsd}). */
@NullMarked
package io.mediapreflight.probe.mp4.entry;

import org.jspecify.annotations.NullMarked;
