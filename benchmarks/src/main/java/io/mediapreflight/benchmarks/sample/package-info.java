/** The files that are measured where you name no directory of your own. */
@NullMarked
package io.mediapreflight.benchmarks.sample;

import org.jspecify.annotations.NullMarked;
