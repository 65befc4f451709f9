package io.mediapreflight.cli.fix;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.audit.Audit;
import io.mediapreflight.audit.AuditRun;
import io.mediapreflight.cli.audit.ProgressView;
import io.mediapreflight.cli.check.FfmpegSession;
import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.OutputException;
import io.mediapreflight.cli.console.Screen;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.objects.ObjectOptions;
import io.mediapreflight.cli.objects.ObjectSession;
import io.mediapreflight.cli.output.ReportSession;
import io.mediapreflight.cli.output.ReportsOnInterrupt;
import io.mediapreflight.report.FixTextReport;
import io.mediapreflight.report.Fixing;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.RemoteSource;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.text.Phrase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** {@code preflight fix}: judges files, writes copies that pass, and reports each original with its copy. */
public final class FixingCommand {
    private static final int BUFFER = 1 << 16;

    /** How long Ctrl-C waits for programs to be ended and for what is finished to be reported. */
    private static final long GRACE_MILLIS = 700;

    /** How long it waits for reports, even if one is stuck in a pipe that has no reader. */
    private static final long MAX_MILLIS = 900;

    private final FixingOptions options;
    private final Console console;
    private final Diagnostics diagnostics;
    private final Screen screen;
    private final Preflight preflight;
    private final OutputTree tree = new OutputTree();
    private final ReportsOnInterrupt reports = new ReportsOnInterrupt(GRACE_MILLIS, MAX_MILLIS);
    private volatile boolean interrupted;

    private FixingCommand(FixingOptions options, Console console) {
        this.options = options;
        this.console = console;
        this.preflight = Preflight.with(options.judging().limits());
        this.diagnostics =
                new Diagnostics(console.err(), options.judging().report().verbose());
        this.screen = new Screen(console.out());
    }

    public static int run(FixingOptions options, Console console) throws UsageException {
        return new FixingCommand(options, console).run();
    }

    private int run() throws UsageException {
        try (ObjectSession objects = ObjectSession.open(options.objects(), options.names(), preflight.limits());
                FfmpegSession ffmpeg = FfmpegSession.open(
                        options.judging().deep(), preflight.limits(), options.jobs(), Optional.empty(), diagnostics);
                Copying copying = Copying.of(options, preflight, tree, new Originals(objects), diagnostics)) {
            ReportSession session = ReportSession.open(
                    options.judging().report(),
                    options.names(),
                    (out, style) -> new FixTextReport(out, style, options.shell()),
                    console,
                    new BufferedOutputStream(screen, BUFFER),
                    diagnostics,
                    Optional.empty());
            int code = fix(session, ffmpeg, copying, objects);
            return ffmpeg.reportFailure(diagnostics) && !interrupted ? ExitCode.PROGRAM_ERROR : code;
        } catch (OutputException e) {
            diagnostics.say(String.valueOf(e.getMessage()), e);
            return ExitCode.PROGRAM_ERROR;
        } finally {
            reports.ended();
        }
    }

    private int fix(ReportSession session, FfmpegSession ffmpeg, Copying copying, ObjectSession objects) {
        Inputs inputs = new Inputs(options.names(), options.copies().directory(), objects);
        Originals originals = new Originals(objects);
        Work work = new Work(
                options,
                preflight,
                new OutputNames(options.copies().directory(), inputs, diagnostics),
                tree,
                originals,
                copying);
        FixCounts counts = new FixCounts();
        Preflight judge = ffmpeg.with(preflight);
        AuditRun audit = audit(judge, ffmpeg, inputs);
        boolean complete;
        try (FixRun run = new FixRun(
                options.jobs(),
                found -> {
                    MediaVerdict original = judged(judge, found, originals);
                    return new FixRun.Task(original, work.of(original));
                },
                new Reporting(session, counts, audit))) {
            console.interruption().onEnd(() -> interrupt(audit, run, session));
            session.begin(preflight.limits());
            complete = fix(audit, run, new FixFigures(audit::progress, counts, copying::running));
        }
        tree.removeEmpty();
        int code = session.end(complete);
        sayWhatWasLeftOut(inputs);
        return exitCode(code, counts, work.failed() || copying.failed());
    }

    private boolean fix(AuditRun audit, FixRun run, FixFigures figures) {
        try (ProgressView view =
                ProgressView.start(options.progress(), console.environment().isWatched(), diagnostics, figures)) {
            screen.clearBy(console.environment().isShown() ? view::hide : () -> {});
            boolean allFound = audit.report(run);
            return run.finish() && allFound;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // names of the command line cannot break off
        }
    }

    private AuditRun audit(Preflight judge, FfmpegSession ffmpeg, Inputs inputs) {
        boolean hasObjects = options.names().stream().anyMatch(ObjectOptions::isObject);
        int threads =
                hasObjects ? ObjectOptions.IN_FLIGHT : Runtime.getRuntime().availableProcessors();
        return Audit.builder(judge)
                .subject(options.judging().subject())
                .threads(ffmpeg.isAsked() ? options.jobs() : threads)
                // FFmpeg has its own time; this is for the rest, the start of its process among it.
                .budget(ObjectOptions.budget(hasObjects, ffmpeg.fileTime()))
                .build()
                .over(inputs);
    }

    /** What was named is to be fixed, whatever it is; what else lies in a directory may be no media. */
    private MediaVerdict judged(Preflight judge, MediaVerdict found, Originals originals) {
        MediaVerdict original =
                found.skipped() && found.source().root().isEmpty() ? named(judge, found.source(), originals) : found;
        return options.judging().report().ignored().applyTo(original) instanceof MediaVerdict marked
                ? marked
                : original;
    }

    private MediaVerdict named(Preflight judge, SourceName source, Originals originals) {
        Subject subject = options.judging().subject();
        if (!ObjectOptions.isObject(source.path())) {
            return judge.check(PathNames.path(source.path()), subject).named(source);
        }
        try (RemoteSource object = originals.source(source)) {
            return judge.check(object, subject.named(source.fileName())).named(source);
        } catch (IOException e) {
            return judge.unreadable(source, e, 0);
        }
    }

    /** Ends the work early. What is finished is reported by the reporting thread, unless that is stuck. */
    private void interrupt(AuditRun audit, FixRun run, ReportSession session) {
        interrupted = true;
        audit.cancel();
        run.cancel();
        reports.await(session);
        run.awaitEnd();
    }

    private void sayWhatWasLeftOut(Inputs inputs) {
        if (inputs.leftOut() > 0) { // said in any case: an original may be called like a copy
            diagnostics.say(Phrase.of("cli:copies-left-out").with("count", inputs.leftOut()));
        }
        if (inputs.notFollowed() > 0 && !options.judging().report().quiet()) {
            diagnostics.say(Phrase.of("cli:links-not-followed").with("count", inputs.notFollowed()));
        }
    }

    private int exitCode(int ofReports, FixCounts counts, boolean failed) {
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        if (ofReports != ExitCode.PASSED && ofReports != ExitCode.NOT_PASSED) {
            return ofReports;
        }
        if (failed) {
            return ExitCode.PROGRAM_ERROR;
        }
        return counts.notFixed() == 0 ? ExitCode.PASSED : ExitCode.NOT_PASSED;
    }

    /** Counts results, and hands them on. */
    private record Reporting(ReportSession session, FixCounts counts, AuditRun audit) implements FixRun.Results {
        @Override
        public boolean add(MediaVerdict original, Fixing fixing) {
            counts.add(original, fixing);
            boolean isWanted = session.add(original, fixing);
            if (!isWanted) {
                audit.cancel();
            }
            return isWanted;
        }

        @Override
        public void pause() {
            session.pause();
        }
    }
}
