package io.mediapreflight.cli.audit;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.audit.Audit;
import io.mediapreflight.audit.AuditListener;
import io.mediapreflight.audit.AuditRun;
import io.mediapreflight.audit.NamedAssets;
import io.mediapreflight.audit.baseline.Baseline;
import io.mediapreflight.audit.cache.FactsCache;
import io.mediapreflight.audit.cache.SqliteCache;
import io.mediapreflight.cli.check.FfmpegSession;
import io.mediapreflight.cli.check.ThumbnailSession;
import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.OutputException;
import io.mediapreflight.cli.console.Screen;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.objects.ObjectSession;
import io.mediapreflight.cli.output.OverwriteGuard;
import io.mediapreflight.cli.output.ReportSession;
import io.mediapreflight.cli.output.ReportsOnInterrupt;
import io.mediapreflight.report.AuditTextReport;
import io.mediapreflight.report.Summary;
import io.mediapreflight.report.VisibleSource;
import io.mediapreflight.text.Phrase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code preflight audit}: judges directories, and reports each result as it goes. */
public final class AuditCommand {
    private static final int BUFFER = 1 << 16;

    /** The client has a minute for all reads of one object, and says what went wrong when that is over. */
    private static final Duration OBJECT_BUDGET = Duration.ofSeconds(90);

    /** It has ten for a download. */
    private static final Duration DOWNLOAD_BUDGET = Duration.ofMinutes(11);

    /** How long Ctrl-C waits for finished results to be reported: the audit itself needs a quarter of a second at most. */
    private static final long GRACE_MILLIS = 400;

    /** How long it waits in all, even if a report is stuck in a pipe that has no reader. */
    private static final long MAX_MILLIS = 750;

    private final AuditOptions options;
    private final Console console;
    private final Diagnostics diagnostics;
    private final Screen screen;
    private final Preflight preflight;
    private final SkippedKinds skipped = new SkippedKinds();
    private final ReportsOnInterrupt reports = new ReportsOnInterrupt(GRACE_MILLIS, MAX_MILLIS);
    private volatile boolean interrupted;
    private Optional<ThumbnailSession> thumbnails = Optional.empty();

    private AuditCommand(AuditOptions options, Console console) {
        this.options = options;
        this.preflight = Preflight.with(options.judging().limits());
        this.console = console;
        this.diagnostics =
                new Diagnostics(console.err(), options.judging().report().verbose());
        this.screen = new Screen(console.out());
    }

    public static int run(AuditOptions options, Console console) throws UsageException {
        return new AuditCommand(options, console).run();
    }

    private int run() throws UsageException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Baseline baseline = options.baseline().read(today);
        try (ObjectSession objects =
                        ObjectSession.open(options.objects(), options.targets().names(), preflight.limits());
                AuditTargets.OpenTargets targets = options.targets().open(options.selection(), console.in(), objects);
                FfmpegSession ffmpeg = FfmpegSession.open(
                        options.judging().deep(),
                        preflight.limits(),
                        processes(),
                        options.effort().fileTime(),
                        diagnostics);
                ThumbnailSession opened =
                        ThumbnailSession.open(options.judging().report(), preflight.limits(), diagnostics)) {
            thumbnails = Optional.of(opened);
            if (options.cache().isEmpty()) {
                return audit(ffmpeg, targets, baseline, today, Optional.empty());
            }
            SqliteCache cache = CacheOption.open(options.cache().get());
            int code;
            try (cache) {
                code = audit(ffmpeg, targets, baseline, today, Optional.of(cache));
            }
            // Asked behind the closing, which writes what is left and may fail as well.
            cache.failure()
                    .ifPresent(
                            why -> diagnostics.say(Phrase.of("cli:cache-failed").with("reason", why)));
            return code;
        } catch (OutputException e) {
            diagnostics.say(String.valueOf(e.getMessage()), e);
            return ExitCode.PROGRAM_ERROR;
        } catch (IOException e) {
            diagnostics.say(Phrase.of("cli:list-not-closed").with("reason", Diagnostics.reason(e)), e);
            return ExitCode.PROGRAM_ERROR;
        } finally {
            reports.ended();
        }
    }

    private int audit(
            FfmpegSession ffmpeg,
            AuditTargets.OpenTargets targets,
            Baseline baseline,
            LocalDate today,
            Optional<FactsCache> cache)
            throws UsageException, OutputException {
        if (options.fixScript().isPresent()) {
            OverwriteGuard.check(options.fixScript().get(), options.inputs());
        }
        ReportSession session = ReportSession.open(
                options.judging().report(),
                options.inputsAndScript(),
                AuditTextReport::new,
                console,
                new BufferedOutputStream(screen, BUFFER),
                diagnostics,
                thumbnails.flatMap(ThumbnailSession::thumbnailer));
        Written written = open(session, baseline, today);
        AuditRun run = builder(ffmpeg, cache).build().over(targets.assets());
        int code = audit(run, session, baseline, written);
        targets.named().ifPresent(this::sayWhatWasNotFollowed);
        boolean failed = ffmpeg.reportFailure(diagnostics);
        failed |= thumbnails.isPresent() && thumbnails.get().reportFailure(diagnostics);
        return failed && !interrupted ? ExitCode.PROGRAM_ERROR : code;
    }

    /** What an audit writes beside its reports. */
    private record Written(Optional<NewBaseline> baseline, Optional<FixScriptFile> fixScript) {
        void add(Verdict verdict, Verdict marked) {
            baseline.ifPresent(next -> next.add(verdict));
            fixScript.ifPresent(script -> script.add(marked));
        }
    }

    /** Opens all that is written, or discards the reports. */
    private Written open(ReportSession session, Baseline previous, LocalDate today) throws OutputException {
        Optional<FixScriptFile> script = Optional.empty();
        try {
            if (options.fixScript().isPresent()) {
                script = Optional.of(FixScriptFile.open(options.fixScript().get(), preflight.limits()));
            }
            return new Written(
                    options.baseline().writing()
                            ? Optional.of(NewBaseline.open(options.baseline(), previous, today))
                            : Optional.empty(),
                    script);
        } catch (OutputException e) {
            script.ifPresent(FixScriptFile::discard);
            session.discard();
            throw e;
        }
    }

    /** More processes than cores would only get in each other's way. */
    private int processes() {
        return Math.min(options.effort().threads(), Runtime.getRuntime().availableProcessors());
    }

    private Audit.Builder builder(FfmpegSession ffmpeg, Optional<FactsCache> cache) {
        Optional<Duration> fileTime = options.effort().fileTime();
        Audit.Builder builder = Audit.builder(ffmpeg.with(preflight))
                .subject(options.judging().subject())
                .threads(ffmpeg.isAsked() ? processes() : options.effort().threads())
                .budget(
                        ffmpeg.isAsked()
                                // FFmpeg has its own time; this is for the rest, the start of its process among it.
                                ? ffmpeg.fileTime()
                                        .plus(options.targets().hasObjects() ? DOWNLOAD_BUDGET : Audit.DEFAULT_BUDGET)
                                : fileTime.orElse(
                                        options.targets().hasObjects() ? OBJECT_BUDGET : Audit.DEFAULT_BUDGET));
        cache.ifPresent(builder::cache);
        return builder;
    }

    private int audit(AuditRun audit, ReportSession session, Baseline baseline, Written written) {
        console.interruption().onEnd(() -> interrupt(audit, session));
        session.begin(preflight.limits());
        boolean complete = false;
        boolean failed = false;
        try (ProgressView view = ProgressView.start(
                options.effort().progress(),
                console.environment().isWatched(),
                diagnostics,
                new AuditFigures(audit::progress, session::soFar))) {
            screen.clearBy(console.environment().isShown() ? view::hide : () -> {});
            complete = audit.report(new Listener(audit, session, baseline, written, verdict -> skip(verdict, session)));
        } catch (IOException e) {
            diagnostics.say(Phrase.of("cli:list-breaks-off").with("reason", Diagnostics.reason(e)), e);
            failed = true;
        }
        int code = session.end(complete);
        boolean accepted =
                written.baseline().isPresent() && written.baseline().get().end(complete, diagnostics);
        boolean unscripted =
                written.fixScript().isPresent() && !written.fixScript().get().end(session.soFar(), diagnostics);
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        sayWhatWasSeen(session.soFar());
        sayWhatIsUnused(baseline, complete);
        if (failed || unscripted || (written.baseline().isPresent() && !accepted)) {
            return ExitCode.PROGRAM_ERROR;
        }
        return accepted && code == ExitCode.NOT_PASSED ? ExitCode.PASSED : code;
    }

    /** Ends the audit early. What is finished is reported and cached by the reporting thread, unless that is stuck. */
    private void interrupt(AuditRun audit, ReportSession session) {
        interrupted = true;
        audit.cancel();
        if (thumbnails.isPresent()) {
            thumbnails.get().stop(); // what they keep from being written is the report
        }
        reports.await(session);
    }

    private void sayWhatWasNotFollowed(NamedAssets assets) {
        if (options.judging().report().quiet()) {
            return;
        }
        long count = assets.notFollowed();
        if (count > 0) {
            diagnostics.say(Phrase.of("cli:links-not-followed").with("count", count));
        }
        long unpaired = assets.unpaired().count();
        if (unpaired > 0) {
            List<Phrase> names = assets.unpaired().first().stream()
                    .map(name -> Phrase.verbatim(VisibleSource.of(name)))
                    .toList();
            diagnostics.say(Phrase.of(unpaired > names.size() ? "cli:unpaired-more" : "cli:unpaired")
                    .with("count", unpaired)
                    .with("names", names));
        }
    }

    /** Of a file that was named, and not found in a directory: its user expects a result. */
    private void skip(Verdict verdict, ReportSession session) {
        skipped.add(verdict);
        if (verdict.source().root().isEmpty() && !options.judging().report().quiet()) {
            session.pause(); // so that it stands where the result of the file would
            diagnostics.say(Phrase.of(SkippedKinds.isArchive(verdict) ? "cli:skipped-archive" : "cli:skipped")
                    .with("file", VisibleSource.of(verdict.source())));
        }
    }

    /** Where nothing was judged: what was there instead. */
    private void sayWhatWasSeen(Summary summary) {
        boolean nothing = summary.checked() == 0 && summary.skipped() > 0;
        if (nothing && !options.judging().report().quiet()) {
            diagnostics.say(Phrase.of(skipped.archives() > 0 ? "cli:skipped-kinds-archives" : "cli:skipped-kinds")
                    .with("kinds", skipped.phrases()));
        }
    }

    private void sayWhatIsUnused(Baseline baseline, boolean complete) {
        if (baseline.ignoresWords()
                && !options.judging().report().quiet()
                && !options.baseline().writing()) {
            diagnostics.say(Phrase.of("cli:baseline-old"));
        }
        long unused = baseline.unused();
        if (unused > 0
                && complete
                && !options.judging().report().quiet()
                && !options.baseline().writing()) {
            diagnostics.say(Phrase.of("cli:baseline-unused").with("count", unused));
        }
    }

    /** Hands every verdict on, marked with what the baseline accepts of it. */
    private record Listener(
            AuditRun audit, ReportSession session, Baseline baseline, Written written, Consumer<Verdict> skipped)
            implements AuditListener {
        @Override
        public void add(Verdict verdict) {
            if (verdict.skipped()) {
                skipped.accept(verdict);
            }
            Verdict marked = baseline.accept(verdict);
            boolean isWanted = session.add(marked);
            written.add(verdict, marked);
            if (!isWanted) {
                audit.cancel();
            }
        }

        @Override
        public void pause() {
            session.pause();
        }
    }
}
