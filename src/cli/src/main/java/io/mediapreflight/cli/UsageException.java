package io.mediapreflight.cli;

/** The command line is wrong. The message says how, and goes to whoever typed it. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String usage;

    UsageException(String message) {
        this(message, "");
    }

    /**
     * @param message what is wrong
     * @param usage how to do it right, in full
     */
    UsageException(String message, String usage) {
        super(message);
        this.usage = usage;
    }

    /** How to do it right; empty where a hint will do. */
    String usage() {
        return usage;
    }
}
