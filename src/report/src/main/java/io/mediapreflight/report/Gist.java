package io.mediapreflight.report;

import io.mediapreflight.Verdict;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.PictureSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Fraction;
import java.util.Optional;

/** What a person wants to know of a file at a glance: {@code MP4 1280x720, 9.98 s, 5.2 MB}. */
final class Gist {
    private Gist() {}

    /** Empty where nothing is known. */
    static String of(Verdict verdict) {
        StringBuilder text = new StringBuilder();
        if (verdict.format().isPresent()) {
            text.append(verdict.format().get().label());
        }
        Optional<MediaFacts> facts = verdict.facts();
        if (facts.isPresent()) {
            if (facts.get() instanceof ImageFacts image) {
                appendImage(text, image);
            } else if (facts.get() instanceof VideoFacts video) {
                appendVideo(text, video);
            }
        }
        if (verdict.bytes().isPresent()) {
            text.append(text.isEmpty() ? "" : ", ");
            appendBytes(text, verdict.bytes().get());
        }
        return text.toString();
    }

    private static void appendImage(StringBuilder text, ImageFacts image) {
        int rotation = 0;
        if (image.orientation().isPresent()) {
            ExifOrientation orientation = image.orientation().get();
            rotation = orientation.rotation();
        }
        appendSizes(text, image.width(), image.height(), image.width(), image.height(), rotation);
        if (image.animated()) {
            text.append(", animated");
        }
    }

    private static void appendVideo(StringBuilder text, VideoFacts video) {
        if (video.size().isPresent()) {
            PictureSize stored = video.size().get();
            PictureSize shown = video.displaySize().orElse(stored);
            appendSizes(
                    text,
                    stored.width().rounded(),
                    stored.height().rounded(),
                    shown.width().rounded(),
                    shown.height().rounded(),
                    video.rotation().orElse(0));
        }
        Optional<Fraction> seconds = video.durations().container().isPresent()
                ? video.durations().container()
                : video.durations().videoTrack();
        if (seconds.isPresent()) {
            text.append(", ").append(seconds.get().toDecimalString()).append(" s");
        }
    }

    /** The stored size, and behind it the shown one where that is another. */
    private static void appendSizes(
            StringBuilder text, long width, long height, long shownWidth, long shownHeight, int rotation) {
        boolean turned = rotation % 180 != 0;
        long displayWidth = turned ? shownHeight : shownWidth;
        long displayHeight = turned ? shownWidth : shownHeight;
        text.append(' ').append(width).append('x').append(height);
        if (displayWidth != width || displayHeight != height) {
            text.append(" (shown ")
                    .append(displayWidth)
                    .append('x')
                    .append(displayHeight)
                    .append(')');
        }
    }

    private static void appendBytes(StringBuilder text, ByteCount bytes) {
        if (!bytes.isExact()) {
            text.append("at least ");
        }
        text.append(Quantity.bytes(bytes.atLeast()));
    }
}
