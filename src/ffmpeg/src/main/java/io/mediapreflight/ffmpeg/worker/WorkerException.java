package io.mediapreflight.ffmpeg.worker;

/** A worker is of no more use. It says why in a clause that a user understands. */
final class WorkerException extends Exception {
    private static final long serialVersionUID = 1;

    private final String why;

    WorkerException(String why) {
        super(why, null, false, false); // told as a reason: a stack trace is of no use
        this.why = why;
    }

    String why() {
        return why;
    }
}
