package io.mediapreflight.cli.options;

import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.text.Phrase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Whether standard output has colours. */
public enum ColorChoice {
    /** On a terminal, unless the environment forbids it. */
    AUTO,
    ALWAYS,
    NEVER;

    private static final String COLOR = "--color";
    private static final String NO_COLOR = "--no-color";

    public static void addOptions(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(COLOR)
                        .type(String.class)
                        .paramLabel(String.join("|", ids()))
                        .completionCandidates(ids())
                        .build())
                .addOption(Flags.flag(NO_COLOR));
    }

    public static ColorChoice of(ParseResult parsed) throws UsageException {
        boolean none = parsed.hasMatchedOption(NO_COLOR);
        Optional<String> typed = Flags.text(parsed, COLOR);
        if (typed.isEmpty()) {
            return none ? NEVER : AUTO;
        }
        int choice = ids().indexOf(typed.get());
        if (choice < 0) {
            throw Choice.wrong(COLOR, ids(), typed.get());
        }
        if (none && values()[choice] != NEVER) {
            throw new UsageException(
                    Phrase.of("cli:exclusive").with("one", COLOR).with("other", NO_COLOR));
        }
        return values()[choice];
    }

    /** What the command line may say. */
    public static List<String> ids() {
        return Arrays.stream(values())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether this console's standard output has them. */
    public boolean appliesTo(Console console) {
        return this == ALWAYS || (this == AUTO && console.coloured());
    }
}
