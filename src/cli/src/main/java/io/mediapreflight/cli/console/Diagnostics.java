package io.mediapreflight.cli.console;

import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the program has to say of itself, on standard error. */
public final class Diagnostics {
    private final OutputStream err;
    private final boolean verbose;

    public Diagnostics(OutputStream err, boolean verbose) {
        this.err = err;
        this.verbose = verbose;
    }

    /** One line, safe on a terminal. */
    public void say(Phrase message) {
        say(message.toString());
    }

    /** One line, and where it comes from with {@code --verbose}. */
    public void say(Phrase message, Throwable cause) {
        say(message.toString(), cause);
    }

    /** A line that another part of the program has worded. */
    public void say(String message) {
        write("preflight: " + SafeText.of(message) + "\n");
    }

    /** The same, and where it comes from with {@code --verbose}. */
    public void say(String message, Throwable cause) {
        if (cause instanceof StandardOutput.ClosedPipeException) {
            return; // as SIGPIPE ends a program: silently
        }
        say(message);
        if (verbose) {
            StringWriter trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace));
            trace.toString().lines().forEach(line -> write(SafeText.of(line.replace("\t", "    ")) + "\n"));
        }
    }

    /** Text of our own making, as it stands. */
    public void print(String text) {
        write(text);
    }

    private void write(String text) {
        try {
            err.write(text.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // No stream is left to report to.
        }
    }

    /** Why something could not be done, for a person: as the system said it. */
    public static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return Phrase.of("cli:reason.no-such-file").toString();
        }
        if (e instanceof ClosedByInterruptException) {
            return Phrase.of("cli:reason.interrupted").toString();
        }
        if (e instanceof AccessDeniedException) {
            return Phrase.of("cli:reason.denied").toString();
        }
        String message = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return message == null || message.isBlank()
                ? Phrase.of("cli:reason.unknown").toString()
                : message;
    }
}
