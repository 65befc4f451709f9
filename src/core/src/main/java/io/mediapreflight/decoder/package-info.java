/** A decoder's readings, beside those of the headers: values that depend on no particular decoder. */
@NullMarked
package io.mediapreflight.decoder;

import org.jspecify.annotations.NullMarked;
