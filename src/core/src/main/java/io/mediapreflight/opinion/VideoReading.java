package io.mediapreflight.opinion;

import io.mediapreflight.probe.PictureSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A film, as a decoder reads it and its first video track.
 *
 * @param codec the four-character code of the sample description
 * @param coded the size of the coded picture, in pixels
 * @param shown after sample aspect ratio and cropping, before rotation
 * @param rotation clockwise degrees 0, 90, 180 or 270
 * @param mirrored whether left and right are exchanged after the rotation
 * @param container how long the whole lasts, in seconds
 * @param videoTrack how long the video track is presented, in seconds
 * @param audio whether there is a sound track
 */
public record VideoReading(
        Optional<Format> format,
        Optional<String> codec,
        Optional<PictureSize> coded,
        Optional<PictureSize> shown,
        OptionalInt rotation,
        Optional<Boolean> mirrored,
        Optional<Fraction> container,
        Optional<Fraction> videoTrack,
        Optional<Boolean> audio)
        implements MediaReading {

    /** Decoders count in microseconds: what is no further off is the same, rounded. */
    private static final Fraction RESOLUTION = new Fraction(1, 1_000_000);

    /** What the headers say, in the same form. */
    public static VideoReading of(Format format, VideoFacts facts) {
        return new VideoReading(
                Optional.of(format),
                Optional.of(facts.codec()),
                facts.size(),
                facts.displaySize(),
                facts.rotation(),
                Optional.of(facts.mirrored()),
                facts.durations().container(),
                facts.durations().videoTrack(),
                Optional.of(facts.tracks().audio()));
    }

    /** The coded size, where it is none of the headers' readings. */
    public Optional<PictureSize> codedBeside(VideoFacts facts) {
        return coded.filter(own -> sizes(facts).noneMatch(own::isSameAs));
    }

    /** The shown size, where it is off from all of the headers' readings by more than the pixel that rounding costs. */
    public Optional<PictureSize> shownBeside(VideoFacts facts) {
        return shown.filter(own -> sizes(facts).allMatch(own::isOffFrom));
    }

    /** The container's duration, where it is none of the headers' readings, to the microsecond. */
    public Optional<Fraction> containerBeside(VideoFacts.Durations headers) {
        return container.filter(own -> isNews(own, headers));
    }

    /** The video track's duration, where it is none of the headers' readings, to the microsecond. */
    public Optional<Fraction> videoTrackBeside(VideoFacts.Durations headers) {
        return videoTrack.filter(own -> isNews(own, headers));
    }

    private static Stream<PictureSize> sizes(VideoFacts facts) {
        return Stream.concat(
                facts.coded().stream(), Stream.concat(facts.shown().stream(), facts.trackHeader().stream()));
    }

    private static boolean isNews(Fraction seconds, VideoFacts.Durations headers) {
        return headers.all().allMatch(other -> seconds.isFurtherFrom(other, RESOLUTION));
    }
}
