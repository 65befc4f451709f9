package io.mediapreflight.rule;

import io.mediapreflight.decoder.ImageReading.Size;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Bound;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists every reading of one thing, by the name of where it was read. */
final class Measurements {
    private Measurements() {}

    static List<Measured> durations(VideoFacts.Durations durations, Optional<VideoReading> decoder) {
        List<Measured> measured = new ArrayList<>();
        add(measured, durations.container(), "container");
        add(measured, durations.longestTrack(), "longestTrack");
        add(measured, durations.videoTrack(), "videoTrack");
        add(measured, durations.videoMedia(), "videoMedia");
        add(measured, durations.videoSamples(), "videoSamples");
        durations.otherMovie().forEach(seconds -> add(measured, Optional.of(seconds), "secondMovie"));
        add(measured, decoder.flatMap(own -> own.containerBeside(durations)), "decoderContainer");
        add(measured, decoder.flatMap(own -> own.videoTrackBeside(durations)), "decoderVideoTrack");
        add(measured, decoder.flatMap(own -> own.playedBeside(durations)), "decodedFrames");
        return measured;
    }

    private static void add(List<Measured> measured, Optional<Fraction> seconds, String reading) {
        seconds.ifPresent(value -> measured.add(Measured.number(reading, value, Bound.SECONDS)));
    }

    static List<Measured> sizes(VideoFacts video, Optional<VideoReading> decoder) {
        List<Measured> measured = new ArrayList<>();
        video.coded().forEach(size -> addSides(measured, "coded", size));
        video.shown().ifPresent(size -> addSides(measured, "displayed", size));
        video.trackHeader().ifPresent(size -> addSides(measured, "trackHeader", size));
        video.configured().forEach(size -> addSides(measured, "codecConfiguration", size));
        Optional<PixelSize> decoded = decoder.flatMap(own -> own.codedBeside(video));
        decoded.ifPresent(size -> addSides(measured, "decoderCoded", size));
        decoder.flatMap(own -> own.shownBeside(video))
                .filter(size -> decoded.isEmpty() || !size.isSameAs(decoded.get()))
                .ifPresent(size -> addSides(measured, "decoderDisplayed", size));
        return measured;
    }

    /** Sizes by the name of the reading. */
    static List<Measured> imageSizes(ImageSizes sizes) {
        List<Measured> measured = new ArrayList<>();
        sizes.forEach((reading, size) -> addSides(measured, reading, PixelSize.of(size.width(), size.height())));
        return measured;
    }

    /** Likewise of their ratios of width to height. */
    static List<Measured> imageRatios(ImageSizes sizes) {
        List<Measured> measured = new ArrayList<>();
        sizes.forEach((reading, size) ->
                measured.add(Measured.number(reading, new Fraction(size.width(), size.height()), Bound.RATIO)));
        return measured;
    }

    static Fraction longerToShorter(Size size) {
        return new Fraction(Math.max(size.width(), size.height()), Math.min(size.width(), size.height()));
    }

    static List<Measured> formats(Format headers, Format decoder) {
        return List.of(Measured.name("content", headers.id()), Measured.name("decoder", decoder.id()));
    }

    private static void addSides(List<Measured> measured, String reading, PixelSize size) {
        measured.add(Measured.side(reading, "width", size.width()));
        measured.add(Measured.side(reading, "height", size.height()));
    }
}
