/** Reports on their way to standard output and to files. */
@NullMarked
package io.mediapreflight.cli.output;

import org.jspecify.annotations.NullMarked;
