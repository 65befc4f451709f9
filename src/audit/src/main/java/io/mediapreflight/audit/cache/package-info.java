/** Keeps facts from one audit to the next. */
@NullMarked
package io.mediapreflight.audit.cache;

import org.jspecify.annotations.NullMarked;
