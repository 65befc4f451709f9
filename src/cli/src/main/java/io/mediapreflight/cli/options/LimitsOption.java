package io.mediapreflight.cli.options;

import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.json.JsonReader;
import io.mediapreflight.report.LimitsException;
import io.mediapreflight.report.LimitsJson;
import io.mediapreflight.spec.LimitKey;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The limits that files are judged by: the published ones, and on top of them what a file gives. */
public final class LimitsOption {
    private static final String NAME = "--limits";

    private LimitsOption() {}

    public static void addOption(CommandSpec spec) {
        spec.addOption(Flags.value(NAME, "FILE"));
    }

    /** The published limits, or those with what the file changes. */
    public static Limits of(ParseResult parsed) throws UsageException {
        Limits published = Limits.klingV3MotionControl();
        Optional<Path> file = Flags.path(parsed, NAME);
        return file.isEmpty() ? published : read(file.get(), published);
    }

    /** The same, and refuses what is looser than the published limits: the service would refuse it all the same. */
    public static Limits noLooser(ParseResult parsed) throws UsageException {
        Limits limits = of(parsed);
        List<LimitKey> looser = LimitKey.looser(limits, Limits.klingV3MotionControl());
        if (!looser.isEmpty()) {
            throw new UsageException(Phrase.of("cli:limits-looser")
                    .with(
                            "keys",
                            looser.stream()
                                    .map(LimitKey::path)
                                    .map(Phrase::verbatim)
                                    .toList()));
        }
        return limits;
    }

    private static Limits read(Path file, Limits published) throws UsageException {
        byte[] json;
        try (InputStream in = Files.newInputStream(file)) {
            json = in.readNBytes(JsonReader.MAX_BYTES + 1);
        } catch (IOException e) {
            throw new UsageException(Phrase.of("cli:cannot-read")
                    .with("option", NAME)
                    .with("file", file.toString())
                    .with("reason", Diagnostics.reason(e)));
        }
        try {
            return LimitsJson.read(json, published);
        } catch (LimitsException e) {
            throw new UsageException(Phrase.of("cli:unusable-file")
                    .with("option", NAME)
                    .with("file", file.toString())
                    .with("reason", String.valueOf(e.getMessage())));
        }
    }
}
