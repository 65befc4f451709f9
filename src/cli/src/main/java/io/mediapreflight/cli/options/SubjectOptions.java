package io.mediapreflight.cli.options;

import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.Slot;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What {@code check} and {@code audit} know of all files beyond their bytes. */
public final class SubjectOptions {
    /** What a file may be meant for. */
    public static final List<String> SLOTS = List.of("image", "video");

    private SubjectOptions() {}

    public static void addOptions(CommandSpec spec) {
        spec.addOption(choice("--as")).addOption(choice("--orientation"));
    }

    private static OptionSpec choice(String name) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(String.join("|", SLOTS))
                .completionCandidates(SLOTS)
                .build();
    }

    static Subject of(ParseResult parsed) throws UsageException {
        Subject subject = Subject.anything();
        Optional<String> slot = chosen(parsed, "--as");
        if (slot.isPresent()) {
            subject = subject.forSlot(slot.get().equals("image") ? Slot.IMAGE : Slot.VIDEO);
        }
        Optional<String> orientation = chosen(parsed, "--orientation");
        return orientation.isEmpty()
                ? subject
                : subject.with(orientation.get().equals("image") ? Orientation.IMAGE : Orientation.VIDEO);
    }

    private static Optional<String> chosen(ParseResult parsed, String option) throws UsageException {
        Optional<String> value = Flags.text(parsed, option);
        if (value.isPresent() && !SLOTS.contains(value.get())) {
            throw Choice.wrong(option, SLOTS, value.get());
        }
        return value;
    }
}
