package io.mediapreflight.cli.config;

import io.mediapreflight.text.Phrase;

/** A configuration file cannot be used. The message says why. */
final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final int line;

    ConfigurationException(Phrase reason) {
        this(reason.toString(), 0);
    }

    private ConfigurationException(String reason, int line) {
        super(reason);
        this.reason = reason;
        this.line = line;
    }

    /** The same, with the line of the file that it is about. */
    ConfigurationException at(int value) {
        return new ConfigurationException(reason, value);
    }

    String reason() {
        return reason;
    }

    /** From 1; 0 where it is about the file. */
    int line() {
        return line;
    }
}
