/** Requests as JSON: read with the place of every defect, written once and for all, and known again by their digests. */
@NullMarked
package io.mediapreflight.submit.json;

import org.jspecify.annotations.NullMarked;
