package io.mediapreflight.cli.console;

import io.mediapreflight.report.TextReport;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern COLUMNS = Pattern.compile("[1-9]\\d{0,3}");
    private static final Pattern STTY = Pattern.compile("\\d{1,5} ([1-9]\\d{0,3})\\s*");
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

    private static int said(Environment environment) {
        Optional<String> set = environment
                .variable("COLUMNS")
                .filter(text -> COLUMNS.matcher(text).matches());
        if (set.isPresent()) {
            return Integer.parseInt(set.get());
        }
        return environment.terminalColumns().orElse(DEFAULT);
    }

    /** As {@code stty} says; a JVM has no way of its own to ask, and a shell does not export {@code COLUMNS}. */
    static Optional<Integer> ofTerminal() {
        Optional<Integer> passed = ofSize("0 " + System.getProperty(PROPERTY, ""));
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
        Matcher match = STTY.matcher(size);
        return match.matches() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
    }
}
