/** Puts local media where a service can fetch them: what a store of one's own needs. */
@NullMarked
package io.mediapreflight.submit.upload;

import org.jspecify.annotations.NullMarked;
