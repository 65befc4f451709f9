/** {@code preflight fix}: which files get a copy, where it lies, and what became of it. */
@NullMarked
package io.mediapreflight.cli.fix;

import org.jspecify.annotations.NullMarked;
