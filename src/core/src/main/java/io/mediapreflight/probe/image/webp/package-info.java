/** The header probe of WebP (RFC 9649). */
@NullMarked
package io.mediapreflight.probe.image.webp;

import org.jspecify.annotations.NullMarked;
