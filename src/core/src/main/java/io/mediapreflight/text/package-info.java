/** Text from outside, made safe to show. */
@NullMarked
package io.mediapreflight.text;

import org.jspecify.annotations.NullMarked;
