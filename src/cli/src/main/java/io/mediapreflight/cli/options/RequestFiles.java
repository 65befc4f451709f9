package io.mediapreflight.cli.options;

import io.mediapreflight.LocalCopy;
import io.mediapreflight.LocalMedia;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.text.Phrase;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The files that make a request, as they were named.
 *
 * @param request the body; {@code -} is standard input
 * @param image what stands behind the image's URL
 * @param video what stands behind the video's URL
 * @param allowUnknown whether unknown fields are sent unchanged
 */
public record RequestFiles(String request, Optional<String> image, Optional<String> video, boolean allowUnknown) {
    public static void addOptions(CommandSpec spec) {
        spec.addOption(Flags.value("--image-file", "FILE"))
                .addOption(Flags.value("--video-file", "FILE"))
                .addOption(Flags.flag("--allow-unknown-fields"));
    }

    public static RequestFiles of(String request, ParseResult parsed) throws UsageException {
        RequestFiles files = new RequestFiles(
                request,
                Flags.text(parsed, "--image-file"),
                Flags.text(parsed, "--video-file"),
                parsed.hasMatchedOption("--allow-unknown-fields"));
        files.media(); // names that no file can have are known at once
        return files;
    }

    public LocalMedia media() throws UsageException {
        try {
            return new LocalMedia(
                    image.map(PathNames::path).map(LocalCopy::of),
                    video.map(PathNames::path).map(LocalCopy::of));
        } catch (InvalidPathException e) {
            throw new UsageException(Phrase.of("cli:impossible-name").with("option", "--image-file, --video-file"));
        }
    }

    /** Every name, so that no report overwrites one. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(request));
        image.ifPresent(names::add);
        video.ifPresent(names::add);
        return names;
    }
}
