package io.mediapreflight.cli.audit;

import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.Choice;
import io.mediapreflight.cli.options.Flags;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** How a run shows how far it is, on standard error. */
public enum ProgressForm {
    /** A line that is written over, where standard error is a terminal; nothing elsewhere. */
    AUTO,
    /** A line of JSON each second, for programs. */
    JSON,
    NONE;

    private static final List<String> IDS =
            Arrays.stream(values()).map(ProgressForm::id).toList();

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static OptionSpec option() {
        return OptionSpec.builder("--progress")
                .type(String.class)
                .paramLabel(String.join("|", IDS))
                .completionCandidates(IDS)
                .build();
    }

    public static ProgressForm of(ParseResult parsed) throws UsageException {
        Optional<String> text = Flags.text(parsed, "--progress");
        for (ProgressForm form : values()) {
            if (form.id().equals(text.orElse(AUTO.id()))) {
                return form;
            }
        }
        throw Choice.wrong("--progress", IDS, text.orElse(""));
    }
}
