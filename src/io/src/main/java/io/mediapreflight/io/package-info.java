/** Sources of input streams, which can be read only once: kept in memory, then in a temporary file, up to a bound. */
@NullMarked
package io.mediapreflight.io;

import org.jspecify.annotations.NullMarked;
