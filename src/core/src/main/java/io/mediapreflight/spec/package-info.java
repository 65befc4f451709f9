/** What the service accepts: every limit, format and rule id, each in one place. */
@NullMarked
package io.mediapreflight.spec;

import org.jspecify.annotations.NullMarked;
