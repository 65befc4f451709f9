package io.mediapreflight.cli.check;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.audit.Selection;
import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.OutputException;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.objects.FileArguments;
import io.mediapreflight.cli.objects.ObjectOptions;
import io.mediapreflight.cli.objects.ObjectSession;
import io.mediapreflight.cli.output.ReportSession;
import io.mediapreflight.report.TextReport;
import io.mediapreflight.report.VisibleSource;
import io.mediapreflight.source.SourceName;
import java.util.List;
import java.util.Optional;

/** {@code preflight check}: judges files in order, or a request, and reports each verdict as soon as it is known. */
public final class CheckCommand {
    /** A name longer than this shifts its own line only. */
    private static final int WIDEST_NAME = 44;

    private final CheckOptions options;
    private final Console console;
    private final Diagnostics diagnostics;

    private CheckCommand(CheckOptions options, Console console) {
        this.options = options;
        this.console = console;
        this.diagnostics =
                new Diagnostics(console.err(), options.judging().report().verbose());
    }

    /**
     * Runs to its end and returns the exit code.
     *
     * @throws UsageException where a report would overwrite what is to be judged
     */
    public static int run(CheckOptions options, Console console) throws UsageException {
        return new CheckCommand(options, console).run();
    }

    private int run() throws UsageException {
        int nameWidth = nameWidth(options.names());
        try (ThumbnailSession thumbnails = ThumbnailSession.open(
                options.judging().report(), options.judging().limits(), diagnostics)) {
            ReportSession session = ReportSession.open(
                    options.judging().report(),
                    options.names(),
                    (out, style) -> new TextReport(out, style.withNameWidth(nameWidth)),
                    console,
                    console.out(),
                    diagnostics,
                    thumbnails.thumbnailer());
            console.interruption().onEnd(() -> {
                thumbnails.stop(); // what they keep from being written is the report
                session.run();
            });
            int code = run(session);
            return thumbnails.reportFailure(diagnostics) && code != ExitCode.INTERRUPTED
                    ? ExitCode.PROGRAM_ERROR
                    : code;
        } catch (OutputException e) {
            diagnostics.say(String.valueOf(e.getMessage()), e);
            return ExitCode.PROGRAM_ERROR;
        }
    }

    private int run(ReportSession session) throws UsageException, OutputException {
        try (FfmpegSession ffmpeg = FfmpegSession.open(
                        options.judging().deep(), options.judging().limits(), 1, Optional.empty(), diagnostics);
                ObjectSession objects = objects()) {
            Preflight preflight = ffmpeg.with(Preflight.with(options.judging().limits()));
            session.begin(preflight.limits());
            boolean failed = judge(preflight, session, ffmpeg, objects);
            int code = session.end(true);
            failed |= ffmpeg.reportFailure(diagnostics);
            return failed && code != ExitCode.INTERRUPTED ? ExitCode.PROGRAM_ERROR : code;
        } catch (OutputException | UsageException e) {
            session.discard();
            throw e;
        }
    }

    /** What reads objects, where there may be some. */
    private ObjectSession objects() throws UsageException, OutputException {
        return options.network().offline()
                ? ObjectSession.none()
                : ObjectSession.open(
                        options.objects(), options.names(), options.judging().limits());
    }

    /** Judges all there is to judge, with what fetches from URLs where there may be some. */
    private boolean judge(Preflight preflight, ReportSession session, FfmpegSession ffmpeg, ObjectSession objects)
            throws UsageException {
        boolean hasUrls =
                options.request().isPresent() || options.names().stream().anyMatch(FileArguments::isUrl);
        int inFlight = ffmpeg.isAsked() ? RemoteAhead.DEEP_IN_FLIGHT : RemoteAhead.IN_FLIGHT;
        if (!hasUrls || options.network().offline()) {
            return judge(preflight, session, ffmpeg, objects, objects.isAsked() ? inFlight : 1);
        }
        try (UrlSession urls = UrlSession.open(options.network(), preflight, diagnostics)) {
            return judge(urls.with(preflight), session, ffmpeg, objects, inFlight);
        }
    }

    /** Returns whether the program itself failed in it. */
    private boolean judge(
            Preflight preflight, ReportSession session, FfmpegSession ffmpeg, ObjectSession objects, int inFlight)
            throws UsageException {
        if (options.request().isPresent()) {
            session.add(new RequestJudge(preflight, options.request().get(), console.in()).judge());
            return false;
        }
        FileJudge judge = new FileJudge(preflight, options.judging().subject(), console.in(), objects, diagnostics);
        boolean open = session.isOpen();
        List<String> names = options.names();
        if (inFlight == 1) {
            for (int i = 0; open && i < names.size(); i++) {
                open = add(names.get(i), judge.judge(names.get(i)), preflight, session, ffmpeg);
            }
            return judge.hadProgramError();
        }
        try (RemoteAhead ahead = new RemoteAhead(judge, names, inFlight)) {
            for (int i = 0; open && i < names.size(); i++) {
                String name = names.get(i);
                boolean isPrefix = objects.isAsked() && ObjectOptions.isPrefix(name);
                open = isPrefix
                        ? directory(name, preflight, ffmpeg).judge(objects.assets(name, Selection.standard()), session)
                        : add(name, ahead.judge(i), preflight, session, ffmpeg);
            }
        }
        return judge.hadProgramError();
    }

    /** Adds a verdict, or in its place those on what is in the directory of that name; returns whether more are wanted. */
    private boolean add(
            String name, Verdict verdict, Preflight preflight, ReportSession session, FfmpegSession ffmpeg) {
        // Only what could not be read may be a directory: a file is not asked for it.
        boolean isDirectory = verdict.probed().isEmpty() && CheckedDirectory.isNamed(name);
        return isDirectory ? directory(name, preflight, ffmpeg).judge(session) : session.add(verdict);
    }

    private CheckedDirectory directory(String name, Preflight preflight, FfmpegSession ffmpeg) {
        return new CheckedDirectory(name, preflight, options.judging(), ffmpeg, diagnostics);
    }

    private static int nameWidth(List<String> names) {
        int width = 0;
        for (String name : names) {
            String visible = VisibleSource.of(SourceName.of(name));
            int length = visible.codePointCount(0, visible.length());
            width = length <= WIDEST_NAME ? Math.max(width, length) : width;
        }
        return width;
    }
}
