package io.mediapreflight.cli.console;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** What a run knows of the world beyond its streams; asked only when it is needed. */
public interface Environment {
    /** The environment's variables. */
    Map<String, String> variables();

    /** Whether standard error is a terminal. */
    boolean isWatched();

    /** Whether standard output is a terminal, too, which the two then share. */
    boolean isShown();

    /** How wide the terminal on standard output is; empty without a terminal, or where it does not say. */
    default Optional<Integer> terminalColumns() {
        return Optional.empty();
    }

    /** Where a configuration file is looked for, with {@code /} behind it; empty: in the working directory. */
    default String workingDirectory() {
        return "";
    }

    /** The day, in Greenwich. */
    default LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** A variable that is set, and not to nothing. */
    default Optional<String> variable(String name) {
        return Optional.ofNullable(variables().get(name)).filter(value -> !value.isEmpty());
    }

    /** That of this process. */
    final class OfProcess implements Environment {
        @Override
        public Map<String, String> variables() {
            return System.getenv();
        }

        @Override
        public boolean isWatched() {
            return Terminal.isTerminal(2, "preflight.stderr.tty");
        }

        @Override
        public boolean isShown() {
            return Terminal.isTerminal(1, "preflight.stdout.tty");
        }

        @Override
        public Optional<Integer> terminalColumns() {
            return isShown() ? TerminalWidth.ofTerminal() : Optional.empty();
        }
    }

    /** One in which nothing is set and no terminal is attached. */
    final class None implements Environment {
        @Override
        public Map<String, String> variables() {
            return Map.of();
        }

        @Override
        public boolean isWatched() {
            return false;
        }

        @Override
        public boolean isShown() {
            return false;
        }
    }
}
