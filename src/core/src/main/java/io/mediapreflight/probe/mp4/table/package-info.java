/** Sample tables: when the samples of a track are shown, and where they lie ({@code stbl}). */
@NullMarked
package io.mediapreflight.probe.mp4.table;

import org.jspecify.annotations.NullMarked;
