package io.mediapreflight.cli;

import io.mediapreflight.Preflight;
import io.mediapreflight.rule.Outcome;

/** {@code preflight check --request}: judges a whole request as the service would get it. */
final class RequestCheckCommand {
    private RequestCheckCommand() {}

    static int run(CheckOptions options, RequestFiles files, Surroundings around) throws UsageException {
        Diagnostics diagnostics = new Diagnostics(around.err(), options.report().verbose());
        CheckForm form = new CheckForm(options.report(), options.names(), around);
        Destinations destinations;
        try {
            destinations = Destinations.open(options.report(), options.names(), form, around.out(), diagnostics);
        } catch (OutputException e) {
            diagnostics.say(String.valueOf(e.getMessage()), e);
            return ExitCode.OWN_TROUBLE;
        }
        around.interruption().onEnd(destinations);
        Preflight preflight = Preflight.standard();
        destinations.begin(preflight.limits());
        RequestJudge.Judged judged = new RequestJudge(preflight, files, around.in()).judge();
        judged.request().ifPresent(destinations::add);
        judged.unreadable().ifPresent(destinations::add);
        boolean written = destinations.end(true);
        if (destinations.wasInterrupted()) {
            return ExitCode.INTERRUPTED;
        }
        return written ? code(judged.outcome(), options.report().strict()) : ExitCode.OWN_TROUBLE;
    }

    private static int code(Outcome outcome, boolean strict) {
        boolean passed = outcome == Outcome.PASS || (outcome == Outcome.WARN && !strict);
        return passed ? ExitCode.PASSED : ExitCode.NOT_PASSED;
    }
}
