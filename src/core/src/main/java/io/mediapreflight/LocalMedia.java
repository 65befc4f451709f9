package io.mediapreflight;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The local files behind a request's URLs. Media are not fetched from their URLs: without a local file they are
 * unknown.
 *
 * @param image the file behind {@code reference_images[0].url}
 * @param video the file behind {@code reference_videos[0].url}
 */
public record LocalMedia(Optional<Path> image, Optional<Path> video) {
    private static final LocalMedia NONE = new LocalMedia(Optional.empty(), Optional.empty());

    /** No local files: every media file of a request is unknown. */
    public static LocalMedia none() {
        return NONE;
    }

    /** A local file for the image and one for the video. */
    public static LocalMedia of(Path image, Path video) {
        return new LocalMedia(Optional.of(image), Optional.of(video));
    }
}
