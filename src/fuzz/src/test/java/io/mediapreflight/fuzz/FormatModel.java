package io.mediapreflight.fuzz;

import io.mediapreflight.spec.Format;
import java.util.Optional;

/** What is known of a format without the probe: written again in a few lines, for small files that lie in memory. */
interface FormatModel {
    /** That of a format; one that knows nothing for those that are only recognised. */
    static FormatModel of(Optional<Format> format) {
        return format.isEmpty()
                ? NOTHING
                : switch (format.get()) {
                    case JPEG -> new JpegModel();
                    case PNG -> new PngModel();
                    case MP4, MOV, THREE_GP -> BoxModel.movie();
                    case HEIC, AVIF -> BoxModel.heif();
                    case WEBP -> new WebpModel();
                    case MKV, WEBM -> new MatroskaModel();
                    case GIF -> new GifModel();
                    default -> NOTHING;
                };
    }

    /** For what never passes. */
    FormatModel NOTHING = new FormatModel() {};

    /** Why a file that passed cannot be complete; empty where nothing speaks against it. */
    default Optional<String> objection(byte[] passed) {
        return Optional.empty();
    }

    /** Whether a file that passed has no beginning that passes, up to what stands behind its end. */
    default boolean endsOnce() {
        return false;
    }

    /** The same media with something in the file that the format has readers pass over; empty where there is no place for it. */
    default Optional<byte[]> padded(byte[] passed, Draw draw) {
        return Optional.empty();
    }
}
