/** A request as it is sent and what is wrong with its body. */
@NullMarked
package io.mediapreflight.request;

import org.jspecify.annotations.NullMarked;
