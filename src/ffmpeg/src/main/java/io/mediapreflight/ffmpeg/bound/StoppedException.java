package io.mediapreflight.ffmpeg.bound;

import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.text.Phrase;

/** Thrown where something is not found out, for a reason that is not the file's. The message is a clause. */
public final class StoppedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean lasting;

    /** After an accident: another time it may be found out. */
    public StoppedException(String why) {
        this(why, false);
    }

    private StoppedException(String why, boolean lasting) {
        super(why);
        this.lasting = lasting;
    }

    /** For a bound or a decoder that is the same the next time. */
    public static StoppedException lasting(Phrase why) {
        return new StoppedException(why.toString(), true);
    }

    public String why() {
        return String.valueOf(getMessage());
    }

    /** The result that it stands for. */
    public Decoding.Undecided undecided() {
        return new Decoding.Undecided(why(), lasting);
    }
}
