/** What a decoder has to say beside the headers: values, whoever the decoder is. */
@NullMarked
package io.mediapreflight.decoder;

import org.jspecify.annotations.NullMarked;
