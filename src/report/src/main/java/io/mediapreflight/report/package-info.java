/** Verdicts written down, for people and for machines. */
@NullMarked
package io.mediapreflight.report;

import org.jspecify.annotations.NullMarked;
