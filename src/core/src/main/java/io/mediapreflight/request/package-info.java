/** A request as it is sent, what is wrong with its body, and what the text of its URLs tells. No name is resolved here. */
@NullMarked
package io.mediapreflight.request;

import org.jspecify.annotations.NullMarked;
