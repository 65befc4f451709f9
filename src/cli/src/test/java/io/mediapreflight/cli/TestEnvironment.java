package io.mediapreflight.cli;

import io.mediapreflight.cli.console.Environment;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * An environment of a test's own.
 *
 * @param isWatched whether standard error is a terminal
 * @param terminalColumns how wide the terminal on standard output is; empty where it is no terminal
 * @param workingDirectory where a configuration file is looked for
 */
public record TestEnvironment(
        Map<String, String> variables,
        boolean isWatched,
        Optional<Integer> terminalColumns,
        String workingDirectory,
        LocalDate today)
        implements Environment {
    public TestEnvironment(Map<String, String> variables, boolean isWatched, Optional<Integer> terminalColumns) {
        this(variables, isWatched, terminalColumns, "", LocalDate.now(ZoneOffset.UTC));
    }

    /** One of a directory alone. */
    public static TestEnvironment in(Path directory) {
        return new TestEnvironment(Map.of(), false, Optional.empty(), directory + "/", LocalDate.now(ZoneOffset.UTC));
    }

    /** One of a day alone. */
    public static TestEnvironment on(LocalDate day) {
        return new TestEnvironment(Map.of(), false, Optional.empty(), "", day);
    }

    /** One of a terminal alone. */
    public static TestEnvironment ofTerminal(int columns) {
        return new TestEnvironment(Map.of(), false, Optional.of(columns));
    }

    @Override
    public boolean isShown() {
        return terminalColumns.isPresent();
    }
}
