package io.mediapreflight.report;

import io.mediapreflight.fix.FixCommand;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.source.SourceName;
import java.util.List;
import java.util.Optional;

/**
 * A plan with a command in which the real names stand.
 *
 * @param steps what it does, in words
 * @param command that does all of it
 */
record PrintedPlan(List<String> steps, FixCommand command) {
    /** The command that examines a file and fixes it; empty where no command can name it. */
    static Optional<List<String>> examining(SourceName source) {
        if (!source.fitsCommands()) {
            return Optional.empty();
        }
        String path = source.path();
        return Optional.of(
                path.startsWith("-") ? List.of("preflight", "fix", "--", path) : List.of("preflight", "fix", path));
    }

    /** Empty where nothing needs fixing, where nothing automatic helps, and where no command can name the file. */
    static Optional<PrintedPlan> of(FixPlan plan, SourceName source) {
        if (!(plan instanceof FixPlan.Ready ready)) {
            return Optional.empty();
        }
        List<String> steps =
                ready.steps().stream().map(step -> step.phrase().toString()).toList();
        return FixCommand.of(ready, source).map(command -> new PrintedPlan(steps, command));
    }
}
