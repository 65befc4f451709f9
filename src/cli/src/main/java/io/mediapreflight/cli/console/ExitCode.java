package io.mediapreflight.cli.console;

/** The exit codes. Public: scripts depend on the numbers. */
public final class ExitCode {
    /** Everything passed; warnings are allowed unless {@code --strict} is given. */
    public static final int PASSED = 0;

    /** Something failed or is unknown. */
    public static final int NOT_PASSED = 1;

    /** The command line was wrong. */
    public static final int USAGE = 2;

    /** The service refused, or could not be reached: nothing was carried out. */
    public static final int REFUSED = 3;

    /** The request was sent and its response lost: it may have been accepted. */
    public static final int UNANSWERED = 4;

    /** The waiting ran out of time; the task goes on. */
    public static final int STILL_RUNNING = 5;

    /** The program could not do its own part: a report that cannot be written, a disk that is full. */
    public static final int PROGRAM_ERROR = 6;

    /** Ended by Ctrl-C; what was finished by then has been written. */
    public static final int INTERRUPTED = 130;

    /** Ended by SIGTERM, likewise: the JVM says so by itself. */
    public static final int TERMINATED = 143;

    /** Standard output has no reader any more: what a shell reports of a program that SIGPIPE has ended. */
    public static final int CLOSED_PIPE = 141;

    private ExitCode() {}
}
