package io.mediapreflight.cli.output;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.OutputException;
import io.mediapreflight.cli.console.TerminalWidth;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.console.Version;
import io.mediapreflight.cli.options.OutputRequest;
import io.mediapreflight.cli.options.ReportFormat;
import io.mediapreflight.cli.options.ReportOptions;
import io.mediapreflight.report.Fixing;
import io.mediapreflight.report.JsonReport;
import io.mediapreflight.report.JsonlReport;
import io.mediapreflight.report.Report;
import io.mediapreflight.report.Summary;
import io.mediapreflight.report.SummaryReport;
import io.mediapreflight.report.Tally;
import io.mediapreflight.report.TextReport;
import io.mediapreflight.report.VisibleSource;
import io.mediapreflight.report.exchange.CsvReport;
import io.mediapreflight.report.exchange.GithubReport;
import io.mediapreflight.report.exchange.JunitReport;
import io.mediapreflight.report.exchange.MarkdownReport;
import io.mediapreflight.report.exchange.SarifReport;
import io.mediapreflight.report.html.HtmlReport;
import io.mediapreflight.report.html.Thumbnailer;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reports of one run. Each verdict is counted once and goes to every report, and the exit code follows from what was
 * counted. Verdicts are added by one thread; another, which Ctrl-C starts, may end the reports in the meantime.
 */
public final class ReportSession implements Runnable {
    private final ReportOptions options;
    private final TextLayout layout;
    private final boolean coloured;
    private final int lineWidth;
    private final Diagnostics diagnostics;
    private final Optional<Thumbnailer> thumbnailer;
    private final List<Destination> destinations = new ArrayList<>();
    private final long start = System.nanoTime();
    private final Tally tally = new Tally();
    private long counted;
    private Optional<Destination.Result> last = Optional.empty();
    private Optional<Summary> total = Optional.empty();
    private volatile boolean interrupted;

    private ReportSession(
            ReportOptions options,
            TextLayout layout,
            Console console,
            Diagnostics diagnostics,
            Optional<Thumbnailer> thumbnailer) {
        this.options = options;
        this.layout = layout;
        this.coloured = options.color().appliesTo(console);
        this.lineWidth = TerminalWidth.ofText(console.environment());
        this.diagnostics = diagnostics;
        this.thumbnailer = thumbnailer;
    }

    /** How the text for people is laid out. */
    public interface TextLayout {
        /**
         * Makes the report.
         *
         * @param style for where it goes: colours and broken lines are for terminals
         */
        Report report(OutputStream out, TextReport.Style style);
    }

    /**
     * Opens every report, or none.
     *
     * @param inputs what is read, and so must not be written over
     * @param out standard output
     * @param thumbnailer makes the thumbnails of a page of HTML
     * @throws UsageException where a report would overwrite what is to be judged
     * @throws OutputException where one cannot be written
     */
    public static ReportSession open(
            ReportOptions options,
            List<String> inputs,
            TextLayout layout,
            Console console,
            OutputStream out,
            Diagnostics diagnostics,
            Optional<Thumbnailer> thumbnailer)
            throws UsageException, OutputException {
        OverwriteGuard.check(options.outputs(), inputs);
        ReportSession session = new ReportSession(options, layout, console, diagnostics, thumbnailer);
        try {
            for (OutputRequest request : options.outputs()) {
                session.destinations.add(session.destination(request, out));
            }
            if (console.environment().isShown() && !options.quiet()) {
                session.showSummary(out);
            }
        } catch (OutputException e) {
            session.discard();
            throw e;
        }
        return session;
    }

    /** On the terminal, where no report goes there: a user sees what it came to without opening a file. */
    private void showSummary(OutputStream out) {
        for (OutputRequest request : options.outputs()) {
            if (request.file().isEmpty()) {
                return;
            }
        }
        Report summary = new SummaryReport(out, style(coloured, lineWidth));
        destinations.add(Destination.standardOutput(summary, out));
    }

    private Destination destination(OutputRequest request, OutputStream out) throws OutputException {
        if (request.file().isEmpty()) {
            return Destination.standardOutput(report(request, out, style(coloured, lineWidth)), out);
        }
        String name = VisibleSource.of(SourceName.of(request.file().get()));
        OutputFile file = OutputFile.open(request.file().get());
        TextReport.Style style = style(false, TextReport.Style.UNBROKEN);
        return Destination.file(name, report(request, file.stream(), style), file);
    }

    private TextReport.Style style(boolean inColour, int width) {
        return new TextReport.Style(inColour, options.quiet(), options.verbose(), 0, width);
    }

    private Report report(OutputRequest request, OutputStream out, TextReport.Style style) {
        return switch (request.format()) {
            case TEXT -> layout.report(out, style);
            case JSON -> new JsonReport(out, Version.tool());
            case JSONL -> new JsonlReport(out);
            case CSV -> new CsvReport(out, options.delimiter());
            case JUNIT -> new JunitReport(out, Version.tool(), options.strict());
            case SARIF -> new SarifReport(out, Version.tool());
            case GITHUB -> new GithubReport(out);
            case MARKDOWN -> new MarkdownReport(out, Version.tool());
            case HTML -> new HtmlReport(out, Version.tool(), tableBeside(), thumbnailer);
        };
    }

    /** The table of all results that is written in the same run, if there is one. */
    private Optional<String> tableBeside() {
        for (OutputRequest request : options.outputs()) {
            if (request.format() == ReportFormat.CSV && request.file().isPresent()) {
                return Optional.of(VisibleSource.of(SourceName.of(request.file().get())));
            }
        }
        return Optional.empty();
    }

    /** Begins every report. */
    public void begin(Limits limits) {
        for (Destination each : destinations) {
            each.begin(limits);
        }
    }

    /** Adds a verdict to every report; returns whether any of them takes another one. */
    public boolean add(Verdict verdict) {
        return add(new Destination.Result(options.ignored().applyTo(verdict), Optional.empty()));
    }

    /**
     * Adds a verdict, and what became of fixing the file, to every report.
     *
     * @param verdict in which the findings that do not count are marked already
     * @return whether any report takes another one
     */
    public boolean add(MediaVerdict verdict, Fixing fixing) {
        return add(new Destination.Result(verdict, Optional.of(fixing)));
    }

    private boolean add(Destination.Result result) {
        long number = count(result);
        boolean anyOpen = false;
        for (Destination each : destinations) {
            anyOpen |= number > 0 && each.add(result, number);
        }
        return anyOpen;
    }

    private synchronized long count(Destination.Result result) {
        if (total.isPresent()) {
            return 0;
        }
        tally.add(result.verdict());
        last = Optional.of(result);
        return ++counted;
    }

    /** What was counted so far. */
    public synchronized Summary soFar() {
        return total.orElseGet(() -> tally.summary(elapsed(), false));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Whether any report can be written to. */
    public boolean isOpen() {
        boolean anyOpen = false;
        for (Destination each : destinations) {
            anyOpen |= each.isOpen();
        }
        return anyOpen;
    }

    /** Ends the reports with what was counted, because the process is about to end. */
    @Override
    public void run() {
        interrupted = true;
        Summary summary = closeCount(false);
        for (Destination each : destinations) {
            each.endSoon(last, counted, summary);
        }
    }

    /** From now on nothing is counted. */
    private synchronized Summary closeCount(boolean complete) {
        if (total.isEmpty()) {
            total = Optional.of(tally.summary(elapsed(), complete));
        }
        return total.get();
    }

    /** Writes what was buffered. */
    public void pause() {
        destinations.forEach(Destination::pause);
    }

    /** Gives the reports up before anything was added. */
    public void discard() {
        destinations.forEach(Destination::discard);
    }

    /**
     * Ends the reports.
     *
     * @param complete whether they hold all there was to judge
     * @return the exit code
     */
    public int end(boolean complete) {
        Summary summary = closeCount(complete);
        boolean written = true;
        for (Destination each : destinations) {
            each.end(summary);
            if (each.failure().isPresent()) {
                IOException failure = each.failure().get();
                Phrase what = Phrase.of("cli:cannot-write")
                        .with("file", each.name())
                        .with("reason", Diagnostics.reason(failure));
                diagnostics.say(what, failure);
                written = false;
            }
        }
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        if (!written) {
            return ExitCode.PROGRAM_ERROR;
        }
        return summary.needingAttention(options.strict()) == 0 ? ExitCode.PASSED : ExitCode.NOT_PASSED;
    }
}
