/** The process that the program runs in: its streams, arguments and terminal, and its exit codes. */
@NullMarked
package io.mediapreflight.cli.console;

import org.jspecify.annotations.NullMarked;
