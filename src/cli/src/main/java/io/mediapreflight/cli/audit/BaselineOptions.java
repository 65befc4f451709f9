package io.mediapreflight.cli.audit;

import io.mediapreflight.audit.baseline.Baseline;
import io.mediapreflight.audit.baseline.BaselineException;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.source.PathNames;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
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
    private static final String REASON = "found when the baseline was written";

    /** Nothing was accepted, and nothing is to be. */
    static final BaselineOptions NONE = new BaselineOptions(Optional.empty(), false, REASON, Optional.empty());

    static void addOptions(CommandSpec spec) {
        spec.addOption(Flags.value(
                        "--baseline", "FILE", "Findings that were accepted: they do not count, until they expire."))
                .addOption(Flags.flag("--write-baseline", "Writes all that is found into the --baseline."))
                .addOption(Flags.value("--reason", "TEXT", "Why it is accepted, for --write-baseline."))
                .addOption(Flags.value(
                        "--expires",
                        "DATE",
                        "The last day on which it is, for --write-baseline; in " + Baseline.DEFAULT_DAYS
                                + " days by default."));
    }

    static BaselineOptions of(ParseResult parsed) throws UsageException {
        Optional<String> file = Flags.text(parsed, "--baseline");
        boolean writing = parsed.hasMatchedOption("--write-baseline");
        for (String option : new String[] {"--reason", "--expires"}) {
            if (parsed.hasMatchedOption(option) && !writing) {
                throw new UsageException(option + " needs --write-baseline");
            }
        }
        if (writing && file.isEmpty()) {
            throw new UsageException("--write-baseline needs --baseline FILE: that is where it writes");
        }
        String reason = Flags.text(parsed, "--reason").orElse(REASON);
        if (reason.isBlank()) {
            throw new UsageException("--reason says why in words");
        }
        return new BaselineOptions(file, writing, reason, expires(parsed));
    }

    private static Optional<LocalDate> expires(ParseResult parsed) throws UsageException {
        Optional<String> text = Flags.text(parsed, "--expires");
        try {
            Optional<LocalDate> day = text.map(LocalDate::parse);
            if (day.isPresent() && day.get().isBefore(LocalDate.now(ZoneOffset.UTC))) {
                throw new UsageException(
                        "--expires is a day to come, and " + day.get() + " is over: nothing would be accepted");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw new UsageException("--expires is a day such as 2027-03-01, not '" + text.orElse("") + "'");
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
            throw new UsageException("--baseline " + name + ": there is no such file; --write-baseline makes it");
        } catch (BaselineException e) {
            throw new UsageException("--baseline " + name + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UsageException("--baseline " + name + " cannot be read: " + Diagnostics.reason(e));
        } catch (InvalidPathException e) {
            throw new UsageException("--baseline: no file can have this name");
        }
    }
}
