/** The header probe of Matroska and WebM (RFC 9559), which are written in EBML (RFC 8794). */
@NullMarked
package io.mediapreflight.probe.matroska;

import org.jspecify.annotations.NullMarked;
