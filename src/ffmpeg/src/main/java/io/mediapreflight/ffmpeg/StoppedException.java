package io.mediapreflight.ffmpeg;

/** Thrown where something is not found out, for a reason that is not the file's. The message is a clause. */
final class StoppedException extends Exception {
    private static final long serialVersionUID = 1L;

    StoppedException(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
