/** Hostile input, made by Jazzer, for every parser of the project, with what must hold whatever the input is. */
@NullMarked
package io.mediapreflight.fuzz;

import org.jspecify.annotations.NullMarked;
