package io.mediapreflight.cli.check;

import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.objects.ObjectOptions;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.cli.options.JudgingOptions;
import io.mediapreflight.cli.options.NetworkOptions;
import io.mediapreflight.cli.options.PlainArguments;
import io.mediapreflight.cli.options.RequestFiles;
import io.mediapreflight.cli.options.ThumbnailsOption;
import io.mediapreflight.text.Phrase;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code preflight check} was asked to do.
 *
 * @param names files, directories, URLs and objects, in order; {@code -} is standard input
 * @param judging how they are judged
 * @param request the request to judge in place of files; its names are among {@code names}
 * @param network what may be fetched from URLs
 * @param objects how the store of objects is accessed
 */
public record CheckOptions(
        List<String> names,
        JudgingOptions judging,
        Optional<RequestFiles> request,
        NetworkOptions network,
        ObjectOptions objects) {
    static final String STANDARD_INPUT = "-";

    /** What arguments without any other option ask for: the same as through picocli. */
    public static CheckOptions plain(PlainArguments args) throws UsageException {
        return new CheckOptions(
                checked(args.names()),
                JudgingOptions.plain(args.formats()),
                Optional.empty(),
                NetworkOptions.STANDARD,
                ObjectOptions.STANDARD);
    }

    public static void describe(CommandSpec spec) {
        spec.addOption(Flags.value("--request", "REQUEST.json"));
        RequestFiles.addOptions(spec);
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("FILE|DIR|URL|s3://BUCKET/KEY")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("0..*")
                .build());
        JudgingOptions.addOptions(spec);
        ThumbnailsOption.addOption(spec);
        NetworkOptions.addOptions(spec);
        ObjectOptions.addOptions(spec);
    }

    public static CheckOptions of(ParseResult parsed) throws UsageException {
        List<String> files = parsed.matchedPositionalValue(0, List.of());
        Optional<RequestFiles> request = request(parsed, files);
        return new CheckOptions(
                request.isPresent() ? request.get().names() : checked(files),
                JudgingOptions.of(parsed),
                request,
                NetworkOptions.of(parsed),
                ObjectOptions.of(parsed, files));
    }

    /** A request says itself what its media are for. */
    private static Optional<RequestFiles> request(ParseResult parsed, List<String> files) throws UsageException {
        Optional<String> name = Flags.text(parsed, "--request");
        List<String> without = name.isEmpty()
                ? List.of("--image-file", "--video-file", "--allow-unknown-fields")
                : List.of("--as", "--orientation");
        for (String option : without) {
            if (parsed.hasMatchedOption(option)) {
                throw new UsageException(
                        name.isEmpty()
                                ? Phrase.of("cli:needs").with("option", option).with("other", "--request")
                                : Phrase.of("cli:exclusive").with("one", option).with("other", "--request"));
            }
        }
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!files.isEmpty()) {
            throw new UsageException(Phrase.of("cli:request-and-files"));
        }
        return Optional.of(RequestFiles.of(name.get(), parsed));
    }

    private static List<String> checked(List<String> names) throws UsageException {
        if (names.isEmpty()) {
            throw UsageException.withHelp(Phrase.of("cli:nothing-to-check"));
        }
        if (names.indexOf(STANDARD_INPUT) != names.lastIndexOf(STANDARD_INPUT)) {
            throw new UsageException(Phrase.of("cli:input-read-twice"));
        }
        return names;
    }
}
