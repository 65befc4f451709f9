package io.mediapreflight.ffmpeg.worker;

/** A worker is of no more use. It says why in a clause that a user understands. */
final class WorkerException extends Exception {
    private static final long serialVersionUID = 1;

    private final String why;
    private final boolean killed;

    WorkerException(String why) {
        this(why, false);
    }

    /** @param killed whether its process was killed from outside */
    WorkerException(String why, boolean killed) {
        super(why, null, false, false); // reported as a reason: a stack trace is of no use
        this.why = why;
        this.killed = killed;
    }

    String why() {
        return why;
    }

    boolean wasKilled() {
        return killed;
    }
}
