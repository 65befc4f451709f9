/** Objects in a store, as the command line names them. */
@NullMarked
package io.mediapreflight.cli.objects;

import org.jspecify.annotations.NullMarked;
