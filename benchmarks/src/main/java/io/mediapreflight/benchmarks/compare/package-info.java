/** All contenders over a directory of files, taking turns in one JVM, and what is made of their figures. */
@NullMarked
package io.mediapreflight.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
