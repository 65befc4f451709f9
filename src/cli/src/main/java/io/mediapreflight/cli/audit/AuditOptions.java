package io.mediapreflight.cli.audit;

import io.mediapreflight.audit.Audit;
import io.mediapreflight.audit.Selection;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.objects.FileArguments;
import io.mediapreflight.cli.objects.ObjectOptions;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.cli.options.JudgingOptions;
import io.mediapreflight.cli.options.PlainArguments;
import io.mediapreflight.cli.options.ThreadCount;
import io.mediapreflight.cli.options.ThumbnailsOption;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code preflight audit} was asked to do.
 *
 * @param targets where the assets come from
 * @param selection what is taken of a directory
 * @param judging how they are judged
 * @param effort with how many threads, how long for a file, and how progress is shown
 * @param cache the file that keeps facts
 * @param baseline what was accepted
 * @param fixScript where a script of all plans goes
 * @param objects how the store of objects is accessed
 */
public record AuditOptions(
        AuditTargets targets,
        Selection selection,
        JudgingOptions judging,
        Effort effort,
        Optional<String> cache,
        BaselineOptions baseline,
        Optional<String> fixScript,
        ObjectOptions objects) {
    /**
     * What an audit may take.
     *
     * @param threads files that may be open at once
     * @param fileTime how long one file may take; empty: as long as it usually may
     * @param progress how progress is shown
     */
    record Effort(int threads, Optional<Duration> fileTime, ProgressForm progress) {}

    public static void describe(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("DIR|s3://BUCKET/PREFIX")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("0..*")
                .build());
        AuditTargets.addOptions(spec);
        addSelection(spec);
        spec.addOption(Flags.value("--cache", "FILE"));
        BaselineOptions.addOptions(spec);
        spec.addOption(Flags.value("--fix-script", "FILE"));
        JudgingOptions.addOptions(spec);
        ThumbnailsOption.addOption(spec);
        spec.addOption(Flags.value("--threads", "N"))
                .addOption(Flags.value("--file-timeout", "SECONDS"))
                .addOption(ProgressForm.option());
        ObjectOptions.addOptions(spec);
    }

    private static void addSelection(CommandSpec spec) {
        spec.addOption(Flags.list("--include").paramLabel("GLOB").build())
                .addOption(Flags.list("--exclude").paramLabel("GLOB").build())
                .addOption(Flags.negatable("--hidden"))
                .addOption(Flags.flag("--follow"))
                .addOption(Flags.flag("--pairs"));
    }

    /** What names without any other option ask for: the same as through picocli. */
    public static AuditOptions plain(PlainArguments args) throws UsageException {
        AuditTargets targets = checked(AuditTargets.plain(args.names()));
        return new AuditOptions(
                targets,
                Selection.standard(),
                JudgingOptions.plain(args.formats()),
                new Effort(usualThreads(targets), Optional.empty(), ProgressForm.AUTO),
                Optional.empty(),
                BaselineOptions.NONE,
                Optional.empty(),
                ObjectOptions.STANDARD);
    }

    public static AuditOptions of(ParseResult parsed) throws UsageException {
        AuditTargets targets = checked(AuditTargets.of(parsed));
        if (targets.names().size() > 1 && parsed.hasMatchedOption("--baseline")) {
            throw new UsageException(Phrase.of("cli:baseline-one-directory"));
        }
        boolean requests =
                parsed.hasMatchedOption("--pairs") || targets.manifest().isPresent();
        if (requests && parsed.hasMatchedOption("--as")) {
            throw new UsageException(Phrase.of("cli:as-for-files"));
        }
        if (targets.hasObjects() && parsed.hasMatchedOption("--pairs")) {
            throw new UsageException(
                    Phrase.of("cli:exclusive").with("one", "--pairs").with("other", "s3://BUCKET/PREFIX"));
        }
        return new AuditOptions(
                targets,
                selection(parsed),
                JudgingOptions.of(parsed),
                new Effort(threads(parsed, targets), fileTime(parsed), ProgressForm.of(parsed)),
                Flags.text(parsed, "--cache"),
                BaselineOptions.of(parsed),
                Flags.text(parsed, "--fix-script"),
                ObjectOptions.of(parsed, targets.names()));
    }

    private static AuditTargets checked(AuditTargets targets) throws UsageException {
        if (targets.isEmpty()) {
            throw UsageException.withHelp(Phrase.of("cli:nothing-to-audit"));
        }
        FileArguments.check(targets.names(), "audit");
        return targets;
    }

    private static Optional<Duration> fileTime(ParseResult parsed) throws UsageException {
        String option = "--file-timeout";
        return parsed.hasMatchedOption(option)
                ? Optional.of(Flags.seconds(parsed, option, Audit.DEFAULT_BUDGET))
                : Optional.empty();
    }

    private static Selection selection(ParseResult parsed) throws UsageException {
        Selection.Builder builder = Selection.builder()
                .hidden(Flags.isSet(parsed, "--hidden"))
                .following(parsed.hasMatchedOption("--follow"))
                .pairing(parsed.hasMatchedOption("--pairs"));
        List<String> none = List.of();
        for (String pattern : parsed.matchedOptionValue("--include", none)) {
            add(builder::include, "--include", pattern);
        }
        for (String pattern : parsed.matchedOptionValue("--exclude", none)) {
            add(builder::exclude, "--exclude", pattern);
        }
        return builder.build();
    }

    /** Takes one pattern. */
    private interface Patterns {
        Selection.Builder add(String pattern);
    }

    private static void add(Patterns patterns, String option, String pattern) throws UsageException {
        try {
            patterns.add(pattern);
        } catch (RefusedValueException e) {
            throw new UsageException(Phrase.of("cli:wrong-pattern")
                    .with("option", option)
                    .with("pattern", pattern)
                    .with("reason", e.reason()));
        }
    }

    /** A core is busy with a file; of an object it waits for nearly all the time. */
    private static int usualThreads(AuditTargets targets) {
        int cores = Runtime.getRuntime().availableProcessors();
        return targets.hasObjects() ? Math.max(cores, ObjectOptions.IN_FLIGHT) : cores;
    }

    private static int threads(ParseResult parsed, AuditTargets targets) throws UsageException {
        Optional<String> text = Flags.text(parsed, "--threads");
        if (text.isEmpty()) {
            return usualThreads(targets);
        }
        OptionalInt threads = ThreadCount.of(text.get());
        if (threads.isPresent()) {
            return threads.getAsInt();
        }
        throw new UsageException(
                Phrase.of("cli:wrong-threads").with("max", ThreadCount.MAX).with("value", text.get()));
    }

    /** Likewise, and the script, which no report may be written over either. */
    List<String> inputsAndScript() {
        List<String> inputs = inputs();
        fixScript.ifPresent(inputs::add);
        return inputs;
    }

    /** Every file that is read, so that no report is written over one. */
    List<String> inputs() {
        List<String> inputs = new ArrayList<>(targets.inputs());
        cache.ifPresent(inputs::add);
        baseline.file().ifPresent(inputs::add);
        return inputs;
    }
}
