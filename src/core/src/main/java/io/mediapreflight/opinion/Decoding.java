package io.mediapreflight.opinion;

import io.mediapreflight.spec.Fraction;
import java.util.Optional;

/** What came of decoding pictures. */
public sealed interface Decoding {
    /**
     * Every picture that was asked for was decoded.
     *
     * @param depth which pictures those were
     * @param pictures how many were decoded, 1 or more
     */
    record Decoded(Depth depth, long pictures) implements Decoding {
        public Decoded {
            if (pictures < 1) {
                throw new IllegalArgumentException("nothing was decoded");
            }
        }
    }

    /**
     * It cannot be decoded, or not all of it.
     *
     * @param at where it breaks, in seconds from the start of the film; empty for an image, and where no time can be given
     * @param what a clause without a full stop, such as {@code the last picture cannot be decoded}
     */
    record Broken(Optional<Fraction> at, String what) implements Decoding {}

    /**
     * It was not found out: a limit was reached, the decoder crashed or did not answer, or does not know the codec.
     *
     * @param why a clause without a full stop
     */
    record Undecided(String why) implements Decoding {}
}
