/** Constraints of Jakarta Bean Validation for media: on paths, bytes, sources and suppliers of streams. */
@NullMarked
package io.mediapreflight.validation;

import org.jspecify.annotations.NullMarked;
