package io.mediapreflight.cli.options;

import io.mediapreflight.decoder.Depth;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What is looked at beside the headers.
 *
 * @param depth how much of the media FFmpeg decodes, which reads the metadata, too; empty where it does not open them
 * @param privacy whether the metadata are read
 */
public record DeepOptions(Optional<Depth> depth, boolean privacy) {
    public static final DeepOptions NONE = new DeepOptions(Optional.empty(), false);

    public static void addOptions(CommandSpec spec) {
        spec.addOption(Flags.negatable("--privacy"))
                .addOption(Flags.negatable("--deep"))
                .addOption(Flags.flag("--deep-full"));
    }

    public static DeepOptions of(ParseResult parsed) {
        boolean privacy = Flags.isSet(parsed, "--privacy");
        if (parsed.hasMatchedOption("--deep-full")) {
            return new DeepOptions(Optional.of(Depth.EVERY_FRAME), privacy);
        }
        return new DeepOptions(Flags.isSet(parsed, "--deep") ? Optional.of(Depth.ENDS) : Optional.empty(), privacy);
    }
}
