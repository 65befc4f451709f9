/** Header probe for MP4 and QuickTime; the classes mirror the tree of boxes. */
@NullMarked
package io.mediapreflight.probe.mp4;

import org.jspecify.annotations.NullMarked;
