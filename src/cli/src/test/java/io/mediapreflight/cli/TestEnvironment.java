package io.mediapreflight.cli;

import io.mediapreflight.cli.console.Environment;
import java.util.Map;
import java.util.Optional;

/**
 * An environment of a test's own.
 *
 * @param isWatched whether standard error is a terminal
 * @param terminalColumns how wide the terminal on standard output is; empty where it is none
 */
public record TestEnvironment(Map<String, String> variables, boolean isWatched, Optional<Integer> terminalColumns)
        implements Environment {
    @Override
    public boolean isShown() {
        return terminalColumns.isPresent();
    }
}
