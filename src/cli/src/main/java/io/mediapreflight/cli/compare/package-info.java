/** {@code preflight compare}: what other programs report of the same files, beside our facts. */
@NullMarked
package io.mediapreflight.cli.compare;

import org.jspecify.annotations.NullMarked;
