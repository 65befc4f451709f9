/** Options that several commands share, and how a command line is parsed. */
@NullMarked
package io.mediapreflight.cli.options;

import org.jspecify.annotations.NullMarked;
