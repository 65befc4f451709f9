/** {@code preflight check}: its options, and how a file, standard input or a request is judged. */
@NullMarked
package io.mediapreflight.cli.check;

import org.jspecify.annotations.NullMarked;
