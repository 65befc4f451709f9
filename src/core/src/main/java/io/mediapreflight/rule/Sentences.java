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

    static String durations(VideoFacts.Durations durations, Optional<VideoReading> decoder) {
        List<Named> named = new ArrayList<>();
        add(named, durations.container(), "container");
        add(named, durations.longestTrack(), "longest track");
        add(named, durations.videoTrack(), "video track");
        add(named, durations.videoMedia(), "its media without the edit list");
        add(named, durations.videoSamples(), "sum of the video samples");
        durations.otherMovie().forEach(seconds -> add(named, Optional.of(seconds), "second 'moov'"));
        add(named, decoder.flatMap(own -> own.containerBeside(durations)), "container, for the decoder");
        add(named, decoder.flatMap(own -> own.videoTrackBeside(durations)), "video track, for the decoder");
        return named.isEmpty() ? "a time that no header tells" : joined(named);
    }

    private static void add(List<Named> named, Optional<Fraction> seconds, String name) {
        seconds.ifPresent(value -> named.add(new Named(value.toDecimalString() + " s", name)));
    }

    static String sizes(VideoFacts video, Optional<VideoReading> decoder) {
        List<Named> named = new ArrayList<>();
        video.coded().forEach(size -> named.add(new Named(words(size), "coded")));
        video.shown().ifPresent(size -> named.add(new Named(words(size), "shown")));
        video.trackHeader().ifPresent(size -> named.add(new Named(words(size), "track header")));
        Optional<PictureSize> decoded = decoder.flatMap(own -> own.codedBeside(video));
        decoded.ifPresent(size -> named.add(new Named(words(size), "coded, for the decoder")));
        decoder.flatMap(own -> own.shownBeside(video))
                .filter(size -> decoded.isEmpty() || !size.isSameAs(decoded.get()))
                .ifPresent(size -> named.add(new Named(words(size), "shown, for the decoder")));
        return joined(named);
    }

    /** The header's, and the decoder's where it has another. */
    static String imageSizes(List<Size> sizes, boolean withRatio) {
        List<Named> named = new ArrayList<>();
        for (Size size : sizes) {
            String ratio = withRatio ? " (" + ratio(size) + ")" : "";
            named.add(new Named(
                    size.width() + "x" + size.height() + " px" + ratio, named.isEmpty() ? "header" : "decoder"));
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

    static String formats(Format headers, Format decoder) {
        return joined(List.of(new Named(headers.label(), "header"), new Named(decoder.label(), "decoder")));
    }

    private static String words(PictureSize size) {
        return size + " px";
    }

    private static String joined(List<Named> named) {
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

    private record Named(String value, String name) {}
}
