package io.mediapreflight;

import io.mediapreflight.source.Source;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The local copies of what a request's URLs serve. Media are not fetched from their URLs: without a local copy they
 * are unknown.
 *
 * <pre>{@code
 * LocalMedia files = LocalMedia.of(Path.of("character.jpg"), Path.of("dance.mp4"));
 * LocalMedia mixed = LocalMedia.none().withImage(BytesSource.of(bytes)).withVideo(Path.of("dance.mp4"));
 * }</pre>
 *
 * @param image of {@code reference_images[0].url}
 * @param video of {@code reference_videos[0].url}
 */
public record LocalMedia(Optional<LocalCopy> image, Optional<LocalCopy> video) {
    private static final LocalMedia NONE = new LocalMedia(Optional.empty(), Optional.empty());

    /** No local copies: every media file of a request is unknown. */
    public static LocalMedia none() {
        return NONE;
    }

    /** A local file for the image and one for the video. */
    public static LocalMedia of(Path image, Path video) {
        return NONE.withImage(image).withVideo(video);
    }

    /** A source for the image and one for the video, which stay the caller's; see {@link LocalCopy}. */
    public static LocalMedia of(Source image, Source video) {
        return NONE.withImage(image).withVideo(video);
    }

    /** The same with this file for the image. */
    public LocalMedia withImage(Path file) {
        return new LocalMedia(Optional.of(LocalCopy.of(file)), video);
    }

    /** The same with this source for the image. */
    public LocalMedia withImage(Source source) {
        return new LocalMedia(Optional.of(LocalCopy.of(source)), video);
    }

    /** The same with this file for the video. */
    public LocalMedia withVideo(Path file) {
        return new LocalMedia(image, Optional.of(LocalCopy.of(file)));
    }

    /** The same with this source for the video. */
    public LocalMedia withVideo(Source source) {
        return new LocalMedia(image, Optional.of(LocalCopy.of(source)));
    }
}
