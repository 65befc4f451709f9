package io.mediapreflight.cli.submit;

import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.submit.batch.SubmissionBatch;
import io.mediapreflight.text.Phrase;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * A table of requests, and how it is submitted.
 *
 * @param manifest the name of the file
 * @param inFlight how many rows are worked on at once
 * @param maxSubmissions how many may be sent
 */
record BatchOptions(String manifest, int inFlight, long maxSubmissions) {
    static final String MANIFEST = "--manifest";
    private static final String IN_FLIGHT = "--in-flight";
    private static final String MAX = "--max-submissions";

    /** What belongs to a single request. */
    private static final List<String> OTHERS =
            List.of("--image-file", "--video-file", "--allow-unknown-fields", "--wait", "--wait-timeout");

    static void addOptions(CommandSpec spec) {
        spec.addOption(Flags.value(MANIFEST, "FILE"))
                .addOption(Flags.value(IN_FLIGHT, "N"))
                .addOption(Flags.value(MAX, "N"));
    }

    /** Empty for a single request. */
    static Optional<BatchOptions> of(ParseResult parsed) throws UsageException {
        Optional<String> manifest = Flags.text(parsed, MANIFEST);
        if (manifest.isEmpty()) {
            Flags.refuse(parsed, List.of(IN_FLIGHT, MAX), MANIFEST);
            return Optional.empty();
        }
        for (String option : OTHERS) {
            if (parsed.hasMatchedOption(option)) {
                throw exclusive(option);
            }
        }
        if (!parsed.matchedPositionalValue(0, "").isEmpty()) {
            throw exclusive("REQUEST.json");
        }
        return Optional.of(new BatchOptions(
                manifest.get(),
                (int) number(parsed, IN_FLIGHT, 1, SubmissionBatch.MAX_IN_FLIGHT, SubmissionBatch.IN_FLIGHT),
                number(parsed, MAX, 0, 999_999_999, Long.MAX_VALUE)));
    }

    private static UsageException exclusive(String option) {
        return new UsageException(Phrase.of("cli:exclusive").with("one", option).with("other", MANIFEST));
    }

    static long number(ParseResult parsed, String option, long min, long max, long otherwise) throws UsageException {
        Optional<String> text = Flags.text(parsed, option);
        if (text.isEmpty()) {
            return otherwise;
        }
        long number = text.get().matches("\\d{1,9}") ? Long.parseLong(text.get()) : -1;
        if (number < min || number > max) {
            throw new UsageException(Phrase.of("cli:wrong-number")
                    .with("option", option)
                    .with("min", min)
                    .with("max", max)
                    .with("value", text.get()));
        }
        return number;
    }
}
