/** The check on Spark: a row for each of any number of objects. */
@NullMarked
package io.mediapreflight.spark;

import org.jspecify.annotations.NullMarked;
