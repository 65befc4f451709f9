package io.mediapreflight.ffmpeg.bound;

/** Thrown where something is not found out, for a reason that is not the file's. The message is a clause. */
public final class StoppedException extends Exception {
    private static final long serialVersionUID = 1L;

    public StoppedException(String why) {
        super(why);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
