/** What formats of images share. The header probe of each stands in a package of its own below. */
@NullMarked
package io.mediapreflight.probe.image;

import org.jspecify.annotations.NullMarked;
