/** Boxes, of which MP4, QuickTime and HEIF consist (ISO/IEC 14496-12 4.2). */
@NullMarked
package io.mediapreflight.probe.mp4.box;

import org.jspecify.annotations.NullMarked;
