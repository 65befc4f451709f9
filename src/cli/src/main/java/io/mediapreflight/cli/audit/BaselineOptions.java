package io.mediapreflight.cli.audit;

import io.mediapreflight.audit.baseline.Baseline;
import io.mediapreflight.audit.baseline.BaselineException;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What was accepted, or is to be from now on.
 *
 * @param file the baseline
 * @param writing whether all that is found is to be accepted by it
 * @param reason why, for what was not accepted before
 * @param expires the last day, for what was not accepted before; empty: in {@link Baseline#DEFAULT_DAYS}
 */
record BaselineOptions(Optional<String> file, boolean writing, String reason, Optional<LocalDate> expires) {
    /** Nothing was accepted, and nothing is to be. */
    static final BaselineOptions NONE = new BaselineOptions(Optional.empty(), false, "", Optional.empty());

    static void addOptions(CommandSpec spec) {
        spec.addOption(Flags.value("--baseline", "FILE"))
                .addOption(Flags.flag("--write-baseline"))
                .addOption(Flags.value("--reason", "TEXT"))
                .addOption(Flags.value("--expires", "DATE"));
    }

    static BaselineOptions of(ParseResult parsed) throws UsageException {
        Optional<String> file = Flags.text(parsed, "--baseline");
        boolean writing = parsed.hasMatchedOption("--write-baseline");
        if (!writing) {
            Flags.refuse(parsed, List.of("--reason", "--expires"), "--write-baseline");
        }
        if (writing && file.isEmpty()) {
            throw new UsageException(Phrase.of("cli:write-needs-baseline"));
        }
        String reason = Flags.text(parsed, "--reason")
                .orElseGet(() -> writing ? Phrase.of("cli:baseline-reason").toString() : "");
        if (writing && reason.isBlank()) {
            throw new UsageException(Phrase.of("cli:empty-reason"));
        }
        return new BaselineOptions(file, writing, reason, expires(parsed));
    }

    private static Optional<LocalDate> expires(ParseResult parsed) throws UsageException {
        Optional<String> text = Flags.text(parsed, "--expires");
        try {
            Optional<LocalDate> day = text.map(LocalDate::parse);
            if (day.isPresent() && day.get().isBefore(LocalDate.now(ZoneOffset.UTC))) {
                throw new UsageException(Phrase.of("cli:expires-in-the-past")
                        .with("date", day.get().toString()));
            }
            return day;
        } catch (DateTimeParseException e) {
            throw new UsageException(Phrase.of("cli:expires-not-a-date").with("value", text.orElse("")));
        }
    }

    /**
     * What was accepted; nothing where no baseline was named, or one that is only to be written.
     *
     * @throws UsageException where it cannot be read: to pass over it would let old findings drown the new ones
     */
    Baseline read(LocalDate today) throws UsageException {
        if (file.isEmpty()) {
            return Baseline.empty();
        }
        String name = file.get();
        try {
            return Baseline.read(PathNames.path(name), today);
        } catch (NoSuchFileException e) {
            if (writing) {
                return Baseline.empty();
            }
            throw new UsageException(Phrase.of("cli:baseline-missing").with("file", name));
        } catch (BaselineException e) {
            throw new UsageException(failed("cli:unusable-file", name, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new UsageException(failed("cli:cannot-read", name, Diagnostics.reason(e)));
        } catch (InvalidPathException e) {
            throw new UsageException(Phrase.of("cli:impossible-name").with("option", "--baseline"));
        }
    }

    private static Phrase failed(String key, String name, String reason) {
        return Phrase.of(key).with("option", "--baseline").with("file", name).with("reason", reason);
    }
}
