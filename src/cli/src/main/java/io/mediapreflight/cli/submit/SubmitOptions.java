package io.mediapreflight.cli.submit;

import io.mediapreflight.cli.console.Environment;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.CommandSyntax;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.cli.options.LimitsOption;
import io.mediapreflight.cli.options.RequestFiles;
import io.mediapreflight.spec.Limits;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code preflight submit} was asked to do.
 *
 * @param files the request and its media
 * @param service where to send it
 * @param acceptWarnings whether what is accepted under one reading only is good enough
 * @param dryRun whether to stop before sending
 * @param again whether to send knowingly what the journal knows
 * @param limits to judge by, none looser than the published ones
 */
public record SubmitOptions(
        RequestFiles files,
        ServiceOptions service,
        boolean acceptWarnings,
        boolean dryRun,
        boolean again,
        Limits limits) {

    public static void describe(CommandSpec spec) {
        CommandSyntax.describe(
                spec, "Checks a request, and sends it if it is cleared: once, whatever happens on the wire.");
        spec.addPositional(PositionalParamSpec.builder()
                        .paramLabel("REQUEST.json")
                        .type(String.class)
                        .arity("0..1")
                        .description("The body of the request. - is standard input.")
                        .build())
                .addOption(Flags.flag("--accept-warnings", "Clears what is accepted under one reading only, too."))
                .addOption(Flags.flag("--dry-run", "Prints exactly what would be sent, the key masked, and stops."))
                .addOption(Flags.flag(
                        "--again", "Sends knowingly what the journal says was submitted, or may have been."));
        RequestFiles.addOptions(spec);
        ServiceOptions.addOptions(spec);
        LimitsOption.addOption(spec);
    }

    static SubmitOptions of(ParseResult parsed, Environment environment) throws UsageException {
        String request = parsed.matchedPositionalValue(0, "");
        if (request.isEmpty()) {
            throw UsageException.withHelp("nothing to submit: name the file of a request, or - for standard input");
        }
        return new SubmitOptions(
                RequestFiles.of(request, parsed),
                ServiceOptions.of(parsed, environment),
                parsed.hasMatchedOption("--accept-warnings"),
                parsed.hasMatchedOption("--dry-run"),
                parsed.hasMatchedOption("--again"),
                LimitsOption.noLooser(parsed));
    }
}
