package io.mediapreflight.cli.console;

import io.mediapreflight.text.Phrase;

/** The command line is wrong. The message says how, to the person who typed it. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean wantsHelp;

    public UsageException(Phrase message) {
        this(message, false);
    }

    private UsageException(Phrase message, boolean wantsHelp) {
        super(message.toString());
        this.wantsHelp = wantsHelp;
    }

    /** One to be followed by the command's help, since nothing says what to do. */
    public static UsageException withHelp(Phrase message) {
        return new UsageException(message, true);
    }

    /** Whether the command's help is to follow; else a hint will do. */
    public boolean wantsHelp() {
        return wantsHelp;
    }
}
