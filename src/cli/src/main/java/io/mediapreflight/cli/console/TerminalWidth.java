package io.mediapreflight.cli.console;

import io.mediapreflight.report.TextReport;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How many columns a line may have. */
public final class TerminalWidth {
    /** That of a terminal since the VT100, and of help that goes to a file. */
    public static final int DEFAULT = 80;

    /** Narrower lines would be a word each. */
    public static final int MIN = 60;

    /** Longer lines are hard to follow from one to the next. */
    public static final int MAX = 200;

    /** In which the launcher passes the width of the terminal, which a shell finds out sooner than a JVM. */
    private static final String PROPERTY = "preflight.stdout.columns";

    private static final int MAX_DIGITS = 4;
    private static final long WAIT_MILLIS = 500;

    private TerminalWidth() {}

    /** {@code COLUMNS} where it is set, else the terminal's, else {@link #DEFAULT}; from {@link #MIN} to {@link #MAX}. */
    public static int columns(Environment environment) {
        return Math.min(MAX, Math.max(MIN, said(environment)));
    }

    /** How long the lines of a text for people are: what goes to another program is not broken for a terminal. */
    public static int ofText(Environment environment) {
        return environment.isShown() ? columns(environment) : TextReport.Style.UNBROKEN;
    }

    /** The same of what goes to standard error; {@link #DEFAULT} where standard output, whose width is known, is no terminal. */
    public static int ofErrors(Environment environment) {
        return environment.isWatched() ? columns(environment) : TextReport.Style.UNBROKEN;
    }

    private static int said(Environment environment) {
        Optional<Integer> set = number(environment.variable("COLUMNS").orElse(""));
        return set.isPresent() ? set.get() : environment.terminalColumns().orElse(DEFAULT);
    }

    /** As {@code stty} says; a JVM has no way of its own to ask, and a shell does not export {@code COLUMNS}. */
    static Optional<Integer> ofTerminal() {
        Optional<Integer> passed = number(System.getProperty(PROPERTY, ""));
        if (passed.isPresent()) {
            return passed;
        }
        File terminal = new File("/dev/tty");
        if (!terminal.canRead()) {
            return Optional.empty();
        }
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(terminal)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                stty.destroyForcibly();
                return Optional.empty();
            }
            return ofSize(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return Optional.empty(); // no stty, or no terminal: the default will do
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The columns of {@code ROWS COLUMNS}; a terminal that does not know its size says {@code 0 0}. */
    static Optional<Integer> ofSize(String size) {
        int blank = size.indexOf(' ');
        return blank > 0 && isNumber(size.substring(0, blank))
                ? number(size.substring(blank + 1).stripTrailing())
                : Optional.empty();
    }

    /** From 1 to 9,999; by hand, since a regular expression would cost every start some milliseconds. */
    private static Optional<Integer> number(String text) {
        return isNumber(text) && text.length() <= MAX_DIGITS && text.charAt(0) != '0'
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
