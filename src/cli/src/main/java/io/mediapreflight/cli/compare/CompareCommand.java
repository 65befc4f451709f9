package io.mediapreflight.cli.compare;

import io.mediapreflight.Preflight;
import io.mediapreflight.audit.Audit;
import io.mediapreflight.audit.AuditRun;
import io.mediapreflight.audit.NamedAssets;
import io.mediapreflight.audit.Selection;
import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.objects.FileArguments;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.cli.options.ThreadCount;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code preflight compare}: what ffprobe, exiftool and mediainfo report of the same files, where they are installed. */
public final class CompareCommand {
    /** How long Ctrl-C waits for the end of the programs and the last line. */
    private static final long GRACE_MILLIS = 700;

    private final Console console;
    private final Diagnostics diagnostics;
    private final List<String> names;
    private final boolean json;
    private final int threads;
    private final Duration time;
    private final Tally tally = new Tally();
    private volatile boolean interrupted;

    private CompareCommand(ParseResult parsed, Console console) throws UsageException {
        this.console = console;
        this.diagnostics = new Diagnostics(console.err(), Flags.isSet(parsed, "--verbose"));
        this.names = parsed.matchedPositionalValue(0, List.of());
        this.json = Flags.isJson(parsed);
        this.threads = threads(parsed);
        this.time = Flags.seconds(parsed, "--file-timeout", Flags.COMPARE_TIMEOUT);
        if (names.isEmpty()) {
            throw UsageException.withHelp(Phrase.of("cli:missing-argument").with("label", "FILE|DIR"));
        }
        FileArguments.check(names, "compare");
    }

    public static void describe(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                        .paramLabel("FILE|DIR")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("0..*")
                        .build())
                .addOption(Flags.value("--threads", "N"))
                .addOption(Flags.value("--file-timeout", "SECONDS"))
                .addOption(Flags.format())
                .addOption(Flags.flag("-v", "--verbose"));
    }

    public static int run(ParseResult parsed, Console console) throws UsageException, IOException {
        return new CompareCommand(parsed, console).run();
    }

    private static int threads(ParseResult parsed) throws UsageException {
        Optional<String> text = Flags.text(parsed, "--threads");
        if (text.isEmpty()) {
            return Runtime.getRuntime().availableProcessors();
        }
        OptionalInt count = ThreadCount.of(text.get());
        if (count.isEmpty()) {
            throw new UsageException(
                    Phrase.of("cli:wrong-threads").with("max", ThreadCount.MAX).with("value", text.get()));
        }
        return count.getAsInt();
    }

    private int run() throws IOException {
        try {
            List<InstalledTool> tools = installed();
            if (tools.isEmpty()) {
                diagnostics.say(Phrase.of("cli:compare.none-installed"));
                return ExitCode.PROGRAM_ERROR;
            }
            return compare(tools);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<InstalledTool> installed() throws IOException, InterruptedException {
        String path = console.environment().variable("PATH").orElse("");
        List<InstalledTool> tools = new ArrayList<>();
        for (MediaTool tool : MediaTool.values()) {
            Optional<InstalledTool> found = InstalledTool.find(tool, path);
            found.ifPresent(tools::add);
            if (found.isEmpty()) {
                diagnostics.say(Phrase.of("cli:compare.not-installed").with("tool", tool.program()));
            }
        }
        return tools;
    }

    private int compare(List<InstalledTool> tools) throws IOException {
        ComparisonReport report =
                json ? new ComparisonJson(console.out(), tools) : new ComparisonText(console.out(), tools);
        report.begin();
        Deque<String> left = new ArrayDeque<>(names);
        NamedAssets assets = NamedAssets.of(() -> Optional.ofNullable(left.poll()), Selection.standard());
        AuditRun audit = Audit.builder(Preflight.standard()).build().over(assets);
        boolean complete;
        try (CompareRun run = new CompareRun(threads, tools, time, file -> {
            tally.add(file);
            report.add(file);
        })) {
            console.interruption().onEnd(() -> interrupt(audit, run));
            complete = audit.report(run) && run.finish();
        }
        report.end(tally);
        if (interrupted || !complete) {
            return ExitCode.INTERRUPTED;
        }
        return exitCode();
    }

    private void interrupt(AuditRun audit, CompareRun run) {
        interrupted = true;
        audit.cancel();
        run.cancel();
        try {
            Thread.sleep(GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int exitCode() {
        if (tally.all().different() > 0) {
            return ExitCode.NOT_PASSED;
        }
        return tally.problems() > 0 ? ExitCode.PROGRAM_ERROR : ExitCode.PASSED;
    }
}
