/** Scripts that have shells complete command lines, made from the commands' own descriptions. */
@NullMarked
package io.mediapreflight.cli.completion;

import org.jspecify.annotations.NullMarked;
