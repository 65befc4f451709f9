package io.mediapreflight.cli.check;

import io.mediapreflight.Preflight;
import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.OutputException;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.RequestFiles;
import io.mediapreflight.cli.output.CheckForm;
import io.mediapreflight.cli.output.Destinations;
import io.mediapreflight.rule.Outcome;
import java.util.Optional;

/** {@code preflight check --request}: judges a whole request as the service would get it. */
public final class RequestCheckCommand {
    private RequestCheckCommand() {}

    public static int run(CheckOptions options, RequestFiles files, Console console) throws UsageException {
        Diagnostics diagnostics =
                new Diagnostics(console.err(), options.report().verbose());
        CheckForm form = new CheckForm(options.report(), options.names(), console);
        Destinations destinations;
        try {
            destinations = Destinations.open(options.report(), options.names(), form, console.out(), diagnostics);
        } catch (OutputException e) {
            diagnostics.say(String.valueOf(e.getMessage()), e);
            return ExitCode.PROGRAM_ERROR;
        }
        console.interruption().onEnd(destinations);
        try (FfmpegSession ffmpeg = FfmpegSession.open(options.deep(), 1, Optional.empty(), diagnostics)) {
            RequestJudge judge = new RequestJudge(ffmpeg.with(Preflight.with(options.limits())), files, console.in());
            int code = run(judge, options, destinations);
            return ffmpeg.reportFailure(diagnostics) ? ExitCode.PROGRAM_ERROR : code;
        } catch (OutputException e) {
            destinations.discard();
            diagnostics.say(String.valueOf(e.getMessage()), e);
            return ExitCode.PROGRAM_ERROR;
        }
    }

    private static int run(RequestJudge judge, CheckOptions options, Destinations destinations) throws UsageException {
        destinations.begin(options.limits());
        RequestJudge.Judged judged = judge.judge();
        judged.request().ifPresent(destinations::add);
        judged.unreadable().ifPresent(destinations::add);
        boolean written = destinations.end(true);
        if (destinations.wasInterrupted()) {
            return ExitCode.INTERRUPTED;
        }
        return written ? code(judged.outcome(), options.report().strict()) : ExitCode.PROGRAM_ERROR;
    }

    private static int code(Outcome outcome, boolean strict) {
        boolean passed = outcome == Outcome.PASS || (outcome == Outcome.WARN && !strict);
        return passed ? ExitCode.PASSED : ExitCode.NOT_PASSED;
    }
}
