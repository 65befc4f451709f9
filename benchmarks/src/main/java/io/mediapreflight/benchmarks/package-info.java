/** What a check costs. */
@NullMarked
package io.mediapreflight.benchmarks;

import org.jspecify.annotations.NullMarked;
