package io.mediapreflight.cli.options;

import io.mediapreflight.opinion.Depth;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Whether the media are opened with FFmpeg, too.
 *
 * @param depth how much of them is decoded; empty where they are not opened
 */
public record DeepOptions(Optional<Depth> depth) {
    public static final DeepOptions NONE = new DeepOptions(Optional.empty());

    public static void addOptions(CommandSpec spec) {
        spec.addOption(
                        Flags.flag(
                                "--deep",
                                "Opens the media with FFmpeg as well, in a process of its own: can they be decoded, and what do they show?"))
                .addOption(Flags.flag("--deep-full", "The same, and decodes every picture."));
    }

    public static DeepOptions of(ParseResult parsed) {
        if (parsed.hasMatchedOption("--deep-full")) {
            return new DeepOptions(Optional.of(Depth.EVERY_PICTURE));
        }
        return parsed.hasMatchedOption("--deep") ? new DeepOptions(Optional.of(Depth.ENDS)) : NONE;
    }
}
