package io.mediapreflight.cli;

import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.TerminalWidth;
import io.mediapreflight.cli.console.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code preflight help}: prints the help of the program, or of a command. */
final class HelpCommand {
    private HelpCommand() {}

    static void describe(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("COMMAND")
                .type(String.class)
                .arity("0..1")
                .build());
    }

    static int run(ParseResult parsed, Console console) throws UsageException, IOException {
        String name = parsed.matchedPositionalValue(0, "");
        int columns = TerminalWidth.columns(console.environment());
        String help = name.isEmpty()
                ? Command.helpOfAll(columns)
                : Command.named(name).help(columns);
        console.out().write(help.getBytes(StandardCharsets.UTF_8));
        return ExitCode.PASSED;
    }
}
