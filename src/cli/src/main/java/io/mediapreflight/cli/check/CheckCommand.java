package io.mediapreflight.cli.check;

import io.mediapreflight.Preflight;
import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.OutputException;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.output.CheckForm;
import io.mediapreflight.cli.output.Destinations;
import io.mediapreflight.report.Result;
import io.mediapreflight.report.Summary;
import io.mediapreflight.report.Tally;
import java.time.Duration;
import java.util.Optional;

/** {@code preflight check}: judges files in order and tells each result when it is known. */
public final class CheckCommand {
    private final CheckOptions options;
    private final Console console;
    private final Diagnostics diagnostics;

    public CheckCommand(CheckOptions options, Console console) {
        this.options = options;
        this.console = console;
        this.diagnostics = new Diagnostics(console.err(), options.report().verbose());
    }

    /**
     * Runs to its end and returns the exit code.
     *
     * @throws UsageException where a report would overwrite what is to be judged
     */
    public int run() throws UsageException {
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
            int code = run(ffmpeg.with(Preflight.with(options.limits())), destinations);
            return ffmpeg.reportFailure(diagnostics) ? ExitCode.PROGRAM_ERROR : code;
        } catch (OutputException e) {
            destinations.discard();
            diagnostics.say(String.valueOf(e.getMessage()), e);
            return ExitCode.PROGRAM_ERROR;
        }
    }

    private int run(Preflight preflight, Destinations destinations) {
        Targets targets = new Targets(preflight, options.subject(), console.in(), diagnostics);
        destinations.begin(preflight.limits());
        Summary summary = judgeAll(targets, destinations);
        boolean written = destinations.end(true);
        if (destinations.wasInterrupted()) {
            return ExitCode.INTERRUPTED;
        }
        return written && !targets.hadProgramError() ? verdictCode(summary) : ExitCode.PROGRAM_ERROR;
    }

    private Summary judgeAll(Targets targets, Destinations destinations) {
        long start = System.nanoTime();
        Tally tally = new Tally();
        boolean anyoneListens = destinations.anyOpen();
        for (int i = 0; anyoneListens && i < options.names().size(); i++) {
            Result result = targets.judge(options.names().get(i));
            tally.add(result);
            anyoneListens = destinations.add(result);
        }
        return tally.summary(Duration.ofNanos(System.nanoTime() - start), !destinations.wasInterrupted());
    }

    private int verdictCode(Summary summary) {
        boolean passed = summary.needingAttention(options.report().strict()) == 0;
        return passed ? ExitCode.PASSED : ExitCode.NOT_PASSED;
    }
}
