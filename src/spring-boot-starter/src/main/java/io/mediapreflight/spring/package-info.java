/** Checks in services of Spring Boot. Each configuration begins to work when what it needs is there. */
@NullMarked
package io.mediapreflight.spring;

import org.jspecify.annotations.NullMarked;
