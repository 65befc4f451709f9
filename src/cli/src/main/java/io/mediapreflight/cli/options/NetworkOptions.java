package io.mediapreflight.cli.options;

import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.remote.HttpMedia;
import io.mediapreflight.remote.HttpMediaBuilder;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What may be fetched from URLs, and how.
 *
 * @param offline whether nothing is
 * @param allowed networks that may be connected to although they are not public
 * @param proxy that everything goes through
 * @param timeout for all that is read of one URL
 */
public record NetworkOptions(boolean offline, List<String> allowed, Optional<String> proxy, Duration timeout) {
    private static final String OFFLINE = "--offline";
    private static final String ALLOW = "--allow-network";
    private static final String PROXY = "--proxy";
    private static final String TIMEOUT = "--url-timeout";

    /** How long the reading of one URL may take unless {@code --url-timeout} is given. */
    public static final Duration URL_TIMEOUT = Duration.ofSeconds(60);

    /** What is done where nothing was asked for. */
    public static final NetworkOptions STANDARD = new NetworkOptions(false, List.of(), Optional.empty(), URL_TIMEOUT);

    public static void addOptions(CommandSpec spec) {
        spec.addOption(Flags.flag(OFFLINE))
                .addOption(Flags.list(ALLOW).paramLabel("CIDR").build())
                .addOption(Flags.value(PROXY, "URL"))
                .addOption(Flags.value(TIMEOUT, "SECONDS"));
    }

    public static NetworkOptions of(ParseResult parsed) throws UsageException {
        for (String option : List.of(ALLOW, PROXY, TIMEOUT)) {
            if (parsed.hasMatchedOption(OFFLINE) && parsed.hasMatchedOption(option)) {
                throw new UsageException(
                        Phrase.of("cli:exclusive").with("one", option).with("other", OFFLINE));
            }
        }
        NetworkOptions options = new NetworkOptions(
                parsed.hasMatchedOption(OFFLINE),
                List.copyOf(parsed.matchedOptionValue(ALLOW, List.of())),
                Flags.text(parsed, PROXY),
                Flags.seconds(parsed, TIMEOUT, URL_TIMEOUT));
        if (!options.allowed.isEmpty() || options.proxy.isPresent()) {
            options.builder(); // says what is wrong with them
        }
        return options;
    }

    /** What fetches so. */
    public HttpMediaBuilder builder() throws UsageException {
        HttpMediaBuilder builder = HttpMedia.builder().timeout(timeout);
        String option = ALLOW;
        try {
            for (String network : allowed) {
                builder.allowNetwork(network);
            }
            option = PROXY;
            proxy.ifPresent(builder::proxy);
            return builder;
        } catch (RefusedValueException e) {
            throw new UsageException(
                    Phrase.of("cli:network-refused").with("option", option).with("reason", e.reason()));
        }
    }
}
