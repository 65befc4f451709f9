/** Keeps the key out of every text that leaves the program: no spelling of it, and no large part, is left standing. */
@NullMarked
package io.mediapreflight.submit.mask;

import org.jspecify.annotations.NullMarked;
