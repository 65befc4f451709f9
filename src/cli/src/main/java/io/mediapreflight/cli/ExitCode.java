package io.mediapreflight.cli;

/** What the program's end tells whoever started it. Public: scripts depend on the numbers. */
final class ExitCode {
    /** Everything passed; warnings are allowed unless told otherwise. */
    static final int PASSED = 0;

    /** Something failed or is unknown. */
    static final int NOT_PASSED = 1;

    /** The command line was wrong. */
    static final int USAGE = 2;

    /** The program could not do its own part: a report that cannot be written, a disk that is full. */
    static final int OWN_TROUBLE = 6;

    /** Ended by Ctrl-C; what was finished by then has been written. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
