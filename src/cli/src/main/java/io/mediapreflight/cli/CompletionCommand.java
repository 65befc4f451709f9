package io.mediapreflight.cli;

import io.mediapreflight.cli.completion.Shells;
import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.Choice;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code preflight completion}: prints the script that makes a shell complete commands, options and their values. */
final class CompletionCommand {
    /** Shells without completions of their own, such as those of scripts that install the script. */
    private static final List<String> PLAIN_SHELLS = List.of("", "sh", "dash");

    private CompletionCommand() {}

    static void describe(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel(String.join("|", Shells.ids()))
                .type(String.class)
                .arity("0..1")
                .completionCandidates(Shells.ids())
                .build());
    }

    static int run(ParseResult parsed, Console console) throws UsageException, IOException {
        String named = parsed.matchedPositionalValue(0, "");
        Shells shell = named.isEmpty() ? shellOf(console) : shell(named);
        String script = shell.script(Command.all(), Command.overview());
        console.out().write(script.getBytes(StandardCharsets.UTF_8));
        return ExitCode.PASSED;
    }

    private static Shells shell(String name) throws UsageException {
        return Shells.of(name).orElseThrow(() -> Choice.wrong("SHELL", Shells.ids(), name));
    }

    /** The user's shell, as the system names it. */
    private static Shells shellOf(Console console) throws UsageException {
        String path = console.environment().variable("SHELL").orElse("");
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (PLAIN_SHELLS.contains(name)) {
            return Shells.BASH;
        }
        return Shells.of(name)
                .orElseThrow(() -> new UsageException(Phrase.of("cli:no-completion")
                        .with("name", name)
                        .with(
                                "choices",
                                Shells.ids().stream().map(Phrase::verbatim).toList())));
    }
}
