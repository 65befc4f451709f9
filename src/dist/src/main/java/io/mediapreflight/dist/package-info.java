/** What makes the packages of a release from what the other modules built: {@code mvn -Pdist package}. */
@NullMarked
package io.mediapreflight.dist;

import org.jspecify.annotations.NullMarked;
