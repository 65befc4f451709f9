/** What a probe finds: facts, defects and completeness, all of them values. */
@NullMarked
package io.mediapreflight.probe;

import org.jspecify.annotations.NullMarked;
