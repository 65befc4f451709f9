package io.mediapreflight.rule;

import io.mediapreflight.opinion.ImageReading.Size;
import io.mediapreflight.opinion.VideoReading;
import io.mediapreflight.probe.PictureSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts several readings of one thing into words: one value where they agree, each with its name where they do not. */
final class Sentences {
    private Sentences() {}

    static Actual durations(VideoFacts.Durations durations, Optional<VideoReading> decoder) {
        List<Named> named = new ArrayList<>();
        add(named, durations.container(), "container", "container");
        add(named, durations.longestTrack(), "longest track", "longestTrack");
        add(named, durations.videoTrack(), "video track", "videoTrack");
        add(named, durations.videoMedia(), "without its edit list", "videoMedia");
        add(named, durations.videoSamples(), "sum of its samples", "videoSamples");
        durations.otherMovie().forEach(seconds -> add(named, Optional.of(seconds), "second 'moov'", "secondMovie"));
        add(named, decoder.flatMap(own -> own.containerBeside(durations)), "container, by FFmpeg", "decoderContainer");
        add(
                named,
                decoder.flatMap(own -> own.videoTrackBeside(durations)),
                "video track, by FFmpeg",
                "decoderVideoTrack");
        add(named, decoder.flatMap(own -> own.playedBeside(durations)), "decoded frames", "decodedFrames");
        return named.isEmpty() ? new Actual("an unknown time", List.of()) : joined(named);
    }

    private static void add(List<Named> named, Optional<Fraction> seconds, String name, String reading) {
        seconds.ifPresent(value -> named.add(new Named(
                value.toDecimalString() + " s", name, List.of(Measured.number(reading, value, Bound.SECONDS)))));
    }

    static Actual sizes(VideoFacts video, Optional<VideoReading> decoder) {
        List<Named> named = new ArrayList<>();
        video.coded().forEach(size -> named.add(sized(size, "coded", "coded")));
        video.shown().ifPresent(size -> named.add(sized(size, "shown", "displayed")));
        video.trackHeader().ifPresent(size -> named.add(sized(size, "track header", "trackHeader")));
        video.configured().forEach(size -> named.add(sized(size, "codec configuration", "codecConfiguration")));
        Optional<PictureSize> decoded = decoder.flatMap(own -> own.codedBeside(video));
        decoded.ifPresent(size -> named.add(sized(size, "coded, by FFmpeg", "decoderCoded")));
        decoder.flatMap(own -> own.shownBeside(video))
                .filter(size -> decoded.isEmpty() || !size.isSameAs(decoded.get()))
                .ifPresent(size -> named.add(sized(size, "displayed, by FFmpeg", "decoderDisplayed")));
        return joined(named);
    }

    /** The header's, and the decoder's where it has another. */
    static Actual imageSizes(List<Size> sizes, boolean withRatio) {
        List<Named> named = new ArrayList<>();
        for (Size size : sizes) {
            String ratio = withRatio ? " (" + ratio(size) + ")" : "";
            String reading = named.isEmpty() ? "header" : "decoder";
            named.add(new Named(
                    size.width() + "x" + size.height() + " px" + ratio,
                    reading,
                    withRatio
                            ? List.of(Measured.number(reading, new Fraction(size.width(), size.height()), Bound.RATIO))
                            : sides(reading, Fraction.of(size.width()), Fraction.of(size.height()))));
        }
        return joined(named);
    }

    private static String ratio(Size size) {
        String ratio = longerToShorter(size).toDecimalString();
        return size.width() > size.height() ? ratio + ":1" : "1:" + ratio;
    }

    static Fraction longerToShorter(Size size) {
        return new Fraction(Math.max(size.width(), size.height()), Math.min(size.width(), size.height()));
    }

    static Actual formats(Format headers, Format decoder) {
        return joined(List.of(
                new Named(headers.label(), "header", List.of(Measured.name("content", headers.id()))),
                new Named(decoder.label(), "decoder", List.of(Measured.name("decoder", decoder.id())))));
    }

    private static Named sized(PictureSize size, String name, String reading) {
        return new Named(size + " px", name, sides(reading, size.width(), size.height()));
    }

    private static List<Measured> sides(String reading, Fraction width, Fraction height) {
        return List.of(Measured.side(reading, "width", width), Measured.side(reading, "height", height));
    }

    private static Actual joined(List<Named> named) {
        return new Actual(
                words(named),
                named.stream().flatMap(each -> each.measured().stream()).toList());
    }

    private static String words(List<Named> named) {
        if (named.stream().map(Named::value).distinct().count() == 1) {
            return named.get(0).value();
        }
        StringBuilder text = new StringBuilder();
        for (Named each : named) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(each.value())
                    .append(" (")
                    .append(each.name())
                    .append(')');
        }
        return text.toString();
    }

    private record Named(String value, String name, List<Measured> measured) {}
}
