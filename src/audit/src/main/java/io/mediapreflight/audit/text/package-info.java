/** Reads long texts line by line, in bounded memory: bytes first, JSON where it is asked for. */
@NullMarked
package io.mediapreflight.audit.text;

import org.jspecify.annotations.NullMarked;
