package io.mediapreflight.cli.submit;

import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.Environment;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.console.Version;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.submit.ApiKey;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.journal.FileJournal;
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
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration WAIT_TIMEOUT = Duration.ofMinutes(30);

    static void addOptions(CommandSpec spec) {
        spec.addOption(Flags.flag("--wait", "Waits until the task has succeeded or failed."))
                .addOption(Flags.value(
                        "--base-url",
                        "URL",
                        "The service; else " + BASE_URL + ", else the public one. https, or this machine."))
                .addOption(
                        Flags.value("--api-key-file", "FILE", "Holds the key; else it is in " + ApiKey.VARIABLE + "."))
                .addOption(Flags.value("--timeout", "SECONDS", "Timeout of the whole call, retries included [60]."))
                .addOption(Flags.value(
                        "--wait-timeout", "SECONDS", "Timeout of --wait [1800]. The task goes on after it."))
                .addOption(JournalFileOption.spec())
                .addOption(Flags.format());
    }

    static ServiceOptions of(ParseResult parsed, Environment environment) throws UsageException {
        return new ServiceOptions(
                baseUrl(parsed, environment),
                Flags.path(parsed, "--api-key-file"),
                Flags.seconds(parsed, "--timeout", TIMEOUT),
                parsed.hasMatchedOption("--wait"),
                Flags.seconds(parsed, "--wait-timeout", WAIT_TIMEOUT),
                JournalFileOption.of(parsed, environment),
                Flags.isJson(parsed));
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
            throw new UsageException("the base URL is no URL");
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** The key from where it is kept. */
    ApiKey key(Environment environment) throws UsageException {
        try {
            return keyFile.isPresent()
                    ? ApiKey.fromFile(keyFile.get())
                    : ApiKey.fromEnvironment(environment.variables());
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    e.getMessage() + "; set " + ApiKey.VARIABLE + ", or name a file with --api-key-file");
        } catch (IOException e) {
            throw new UsageException("the API key cannot be read from "
                    + keyFile.map(Path::toString).orElse("its file") + ": " + Diagnostics.reason(e));
        }
    }

    /** The service as it is spoken to, its journal included. */
    Service service(ApiKey key) throws IOException {
        return builder(key).journal(FileJournal.open(journal)).build();
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
