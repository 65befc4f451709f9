package io.mediapreflight.decoder;

import io.mediapreflight.spec.Fraction;
import java.util.Optional;

/** The result of decoding frames. */
public sealed interface Decoding {
    /**
     * Every frame that was asked for was decoded.
     *
     * @param depth which frames those were
     * @param frames how many were decoded, 1 or more
     */
    record Decoded(Depth depth, long frames) implements Decoding {
        public Decoded {
            if (frames < 1) {
                throw new IllegalArgumentException("nothing was decoded");
            }
        }
    }

    /**
     * It cannot be decoded, or not all of it.
     *
     * @param at where it breaks, in seconds from the start of the video; empty for an image, and where no time can be given
     * @param what a clause without a full stop, such as {@code the last frame cannot be decoded}
     */
    record Broken(Optional<Fraction> at, String what) implements Decoding {}

    /**
     * It could not be determined: a limit was reached, the decoder crashed or did not respond, or it does not know
     * the codec.
     *
     * @param why a clause without a full stop
     * @param lasting whether the same decoder would come to the same result: false after an accident, such as a timeout, a
     *     crash or a lack of memory
     */
    record Undecided(String why, boolean lasting) implements Decoding {
        /** After an accident. */
        public Undecided(String why) {
            this(why, false);
        }
    }
}
