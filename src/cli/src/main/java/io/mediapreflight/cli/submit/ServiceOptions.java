package io.mediapreflight.cli.submit;

import io.mediapreflight.MediaFetcher;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.Environment;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.console.Version;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.submit.ApiKey;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.journal.FileJournal;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code submit} and {@code task} know of the service.
 *
 * @param baseUrl empty: the service's own
 * @param keyFile empty: the key is in the environment
 * @param timeout for the submitting or asking itself
 * @param waits whether to wait until the task ends
 * @param waitTimeout for how long
 * @param journal the file
 */
record ServiceOptions(
        Optional<URI> baseUrl,
        Optional<Path> keyFile,
        Duration timeout,
        boolean waits,
        Duration waitTimeout,
        Path journal,
        boolean json) {
    private static final String BASE_URL = "IMINI_BASE_URL";

    static void addOptions(CommandSpec spec) {
        spec.addOption(Flags.flag("--wait"))
                .addOption(Flags.value("--base-url", "URL"))
                .addOption(Flags.value("--api-key-file", "FILE"))
                .addOption(Flags.value("--timeout", "SECONDS"))
                .addOption(Flags.value("--wait-timeout", "SECONDS"))
                .addOption(JournalFileOption.spec());
    }

    static ServiceOptions of(ParseResult parsed, Environment environment, boolean json) throws UsageException {
        return new ServiceOptions(
                baseUrl(parsed, environment),
                Flags.path(parsed, "--api-key-file"),
                Flags.seconds(parsed, "--timeout", Flags.CALL_TIMEOUT),
                parsed.hasMatchedOption("--wait"),
                Flags.seconds(parsed, "--wait-timeout", Flags.WAIT_TIMEOUT),
                JournalFileOption.of(parsed, environment),
                json);
    }

    /** The message does not repeat it: it may hold a password. */
    private static Optional<URI> baseUrl(ParseResult parsed, Environment environment) throws UsageException {
        Optional<String> text = Flags.text(parsed, "--base-url").or(() -> environment.variable(BASE_URL));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI url = new URI(text.get());
            Service.builder().baseUrl(url); // says what is wrong with it
            return Optional.of(url);
        } catch (URISyntaxException e) {
            throw new UsageException(Phrase.of("cli:base-url-invalid").with("variable", BASE_URL));
        } catch (RefusedValueException e) {
            throw new UsageException(Phrase.of("cli:base-url-unusable")
                    .with("reason", e.reason())
                    .with("variable", BASE_URL));
        }
    }

    /** The key from where it is kept. */
    ApiKey key(Environment environment) throws UsageException {
        try {
            return keyFile.isPresent()
                    ? ApiKey.fromFile(keyFile.get())
                    : ApiKey.fromEnvironment(environment.variables());
        } catch (RefusedValueException e) {
            throw new UsageException(
                    Phrase.of("cli:key-missing").with("reason", e.reason()).with("variable", ApiKey.VARIABLE));
        } catch (IOException e) {
            throw new UsageException(Phrase.of("cli:key-unreadable")
                    .with("file", keyFile.map(Path::toString).orElse(""))
                    .with("reason", Diagnostics.reason(e)));
        }
    }

    /** The service as it is spoken to, its journal included, and what looks at the request's URLs once more. */
    Service service(ApiKey key, Optional<MediaFetcher> fetcher) throws IOException {
        Service.Builder builder = builder(key).journal(FileJournal.open(journal));
        fetcher.ifPresent(builder::fetcher);
        return builder.build();
    }

    /** The same for a dry run, which sends nothing and needs no key. */
    Service withoutKey() throws IOException {
        return builder(ApiKey.of("none")).journal(FileJournal.open(journal)).build();
    }

    /** The same without a journal. */
    Service.Builder builder(ApiKey key) {
        Service.Builder builder = Service.builder()
                .apiKey(key)
                .deadline(timeout)
                .userAgent("media-preflight/" + Version.tool().version());
        baseUrl.ifPresent(builder::baseUrl);
        return builder;
    }
}
