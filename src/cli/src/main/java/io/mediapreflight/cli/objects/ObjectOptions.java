package io.mediapreflight.cli.objects;

import io.mediapreflight.audit.Audit;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.Flags;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * How the store is accessed that {@code s3://} names are in. Only names of the command line are such: what a request, a list or a
 * manifest says is never read with the credentials of this user.
 *
 * @param endpoint of the store; empty for what environment and profile say
 * @param requesterPays whether this user agrees to pay for the requests
 * @param unsigned whether credentials are left alone
 */
public record ObjectOptions(Optional<String> endpoint, boolean requesterPays, boolean unsigned) {
    /** Of the store, unless environment and profile say it. */
    public static final String ENDPOINT = "--endpoint-url";

    /** Where that is said by the environment; a profile may say it, too. */
    public static final String CONFIGURED_ENDPOINT = "AWS_ENDPOINT_URL";

    private static final String PAYER = "--request-payer";
    private static final String UNSIGNED = "--no-sign-request";
    private static final String SCHEME = "s3://";

    /** Objects that are read at once, since nearly all of that is waiting. */
    public static final int IN_FLIGHT = 16;

    /** The client has a minute for all reads of one object, and says itself what went wrong then. */
    private static final Duration READS = Duration.ofSeconds(90);

    /** It has ten for a download. */
    private static final Duration DOWNLOAD = Duration.ofMinutes(11);

    /** What is done where nothing was asked for. */
    public static final ObjectOptions STANDARD = new ObjectOptions(Optional.empty(), false, false);

    public static void addOptions(CommandSpec spec) {
        spec.addOption(Flags.value(ENDPOINT, "URL"))
                .addOption(Flags.flag(PAYER))
                .addOption(Flags.flag(UNSIGNED));
    }

    /**
     * Reads them.
     *
     * @param names of the command line: without an object among them, the options have nothing to be about
     */
    public static ObjectOptions of(ParseResult parsed, List<String> names) throws UsageException {
        if (names.stream().noneMatch(ObjectOptions::isObject)) {
            Flags.refuse(parsed, List.of(ENDPOINT, PAYER, UNSIGNED), SCHEME + "BUCKET/KEY");
        }
        return new ObjectOptions(
                Flags.text(parsed, ENDPOINT), parsed.hasMatchedOption(PAYER), parsed.hasMatchedOption(UNSIGNED));
    }

    /**
     * How long an audit waits for one file or object.
     *
     * @param hasObjects whether there are any
     * @param ffmpeg how long FFmpeg may take, which has a time of its own beside the rest; zero where it is not asked
     */
    public static Duration budget(boolean hasObjects, Duration ffmpeg) {
        if (!hasObjects) {
            return ffmpeg.plus(Audit.DEFAULT_BUDGET);
        }
        return ffmpeg.isZero() ? READS : ffmpeg.plus(DOWNLOAD);
    }

    /** Whether a name is that of something in a store. */
    public static boolean isObject(String name) {
        return name.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Whether it is that of a bucket, or of all objects below a prefix. */
    public static boolean isPrefix(String name) {
        return isObject(name) && (name.endsWith("/") || name.indexOf('/', SCHEME.length()) < 0);
    }
}
