/** Accepted findings, with a reason and a last day. */
@NullMarked
package io.mediapreflight.audit.baseline;

import org.jspecify.annotations.NullMarked;
