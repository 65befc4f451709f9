/** The command line. */
@NullMarked
package io.mediapreflight.cli;

import org.jspecify.annotations.NullMarked;
