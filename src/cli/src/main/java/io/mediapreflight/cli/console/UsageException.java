package io.mediapreflight.cli.console;

/** The command line is wrong. The message says how, and goes to whoever typed it. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String usage;

    public UsageException(String message) {
        this(message, "");
    }

    /**
     * @param message what is wrong
     * @param usage how to do it right, in full
     */
    public UsageException(String message, String usage) {
        super(message);
        this.usage = usage;
    }

    /** How to do it right; empty where a hint will do. */
    public String usage() {
        return usage;
    }
}
