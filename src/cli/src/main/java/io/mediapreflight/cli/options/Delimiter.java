package io.mediapreflight.cli.options;

import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.text.Phrase;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What divides the cells of a CSV report: a word, or the character itself. */
final class Delimiter {
    private static final String OPTION = "--delimiter";
    private static final String NEEDED = "--format csv";
    private static final List<String> WORDS = List.of("comma", "semicolon", "tab", "bar");
    private static final String CHARACTERS = ",;\t|";

    /** What a table has where nothing is asked for. */
    static final char DEFAULT = ',';

    private Delimiter() {}

    static void addOption(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(OPTION)
                .type(String.class)
                .paramLabel("CHARACTER")
                .completionCandidates(WORDS)
                .build());
    }

    /** @param outputs the reports of the run, of which one must be a table */
    static char of(ParseResult parsed, List<OutputRequest> outputs) throws UsageException {
        Optional<String> typed = Flags.text(parsed, OPTION);
        if (typed.isEmpty()) {
            return DEFAULT;
        }
        if (outputs.stream().noneMatch(output -> output.format() == ReportFormat.CSV)) {
            throw new UsageException(
                    Phrase.of("cli:needs").with("option", OPTION).with("other", NEEDED));
        }
        String text = typed.get();
        int index = text.length() == 1 ? CHARACTERS.indexOf(text) : WORDS.indexOf(text);
        if (index < 0) {
            throw Choice.wrong(OPTION, WORDS, text);
        }
        return CHARACTERS.charAt(index);
    }
}
