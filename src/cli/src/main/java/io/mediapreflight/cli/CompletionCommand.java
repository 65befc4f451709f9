package io.mediapreflight.cli;

import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;

/** {@code preflight completion}: prints the script that makes bash and zsh complete commands and options. */
final class CompletionCommand {
    private CompletionCommand() {}

    static int run(Console console) throws IOException {
        String script = AutoComplete.bash("preflight", Command.all());
        console.out().write(script.getBytes(StandardCharsets.UTF_8));
        return ExitCode.PASSED;
    }
}
