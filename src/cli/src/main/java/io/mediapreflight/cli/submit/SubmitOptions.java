package io.mediapreflight.cli.submit;

import io.mediapreflight.cli.console.Environment;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.cli.options.LimitsOption;
import io.mediapreflight.cli.options.NetworkOptions;
import io.mediapreflight.cli.options.ReportFormat;
import io.mediapreflight.cli.options.RequestFiles;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import java.util.List;
import java.util.Optional;
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
 * @param network what may be fetched from the request's URLs
 * @param batch a table of requests; then there are no files
 * @param upload where local media are put
 * @param form of the output
 */
public record SubmitOptions(
        RequestFiles files,
        ServiceOptions service,
        boolean acceptWarnings,
        boolean dryRun,
        boolean again,
        Limits limits,
        NetworkOptions network,
        Optional<BatchOptions> batch,
        Optional<UploadOptions> upload,
        String form) {
    private static final List<String> FORMS =
            List.of(ReportFormat.TEXT.id(), ReportFormat.JSON.id(), ReportFormat.JSONL.id());

    public static void describe(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                        .paramLabel("REQUEST.json")
                        .type(String.class)
                        .arity("0..1")
                        .build())
                .addOption(Flags.flag("--accept-warnings"))
                .addOption(Flags.flag("--dry-run"))
                .addOption(Flags.flag("--again"));
        RequestFiles.addOptions(spec);
        ServiceOptions.addOptions(spec);
        spec.addOption(Flags.format(FORMS));
        BatchOptions.addOptions(spec);
        UploadOptions.addOptions(spec);
        LimitsOption.addOption(spec);
        NetworkOptions.addOptions(spec);
    }

    static SubmitOptions of(ParseResult parsed, Environment environment) throws UsageException {
        String request = parsed.matchedPositionalValue(0, "");
        Optional<BatchOptions> batch = BatchOptions.of(parsed);
        if (request.isEmpty() && batch.isEmpty()) {
            throw UsageException.withHelp(Phrase.of("cli:nothing-to-submit"));
        }
        // Of a single request there is one object, on any number of lines.
        String form = Flags.format(parsed, batch.isPresent() ? FORMS : FORMS.subList(0, 2));
        return new SubmitOptions(
                RequestFiles.of(request, parsed),
                ServiceOptions.of(parsed, environment, form.equals(ReportFormat.JSON.id())),
                parsed.hasMatchedOption("--accept-warnings"),
                parsed.hasMatchedOption("--dry-run"),
                parsed.hasMatchedOption("--again"),
                LimitsOption.noLooser(parsed),
                NetworkOptions.of(parsed),
                batch,
                UploadOptions.of(parsed),
                form);
    }
}
