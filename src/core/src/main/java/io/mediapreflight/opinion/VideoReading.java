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

    public VideoReading {
        VideoFacts.requireRotation(rotation);
    }

    /** Without a fact yet. */
    public static Builder builder() {
        return new Builder();
    }

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

    /** Collects what a decoder reads; what is not set is not known. */
    public static final class Builder {
        private Optional<Format> format = Optional.empty();
        private Optional<String> codec = Optional.empty();
        private Optional<PictureSize> coded = Optional.empty();
        private Optional<PictureSize> shown = Optional.empty();
        private OptionalInt rotation = OptionalInt.empty();
        private Optional<Boolean> mirrored = Optional.empty();
        private Optional<Fraction> container = Optional.empty();
        private Optional<Fraction> videoTrack = Optional.empty();
        private Optional<Boolean> audio = Optional.empty();

        private Builder() {}

        public Builder format(Optional<Format> value) {
            format = value;
            return this;
        }

        public Builder codec(Optional<String> value) {
            codec = value;
            return this;
        }

        public Builder coded(Optional<PictureSize> value) {
            coded = value;
            return this;
        }

        public Builder shown(Optional<PictureSize> value) {
            shown = value;
            return this;
        }

        public Builder rotation(OptionalInt value) {
            rotation = value;
            return this;
        }

        public Builder mirrored(Optional<Boolean> value) {
            mirrored = value;
            return this;
        }

        public Builder container(Optional<Fraction> value) {
            container = value;
            return this;
        }

        public Builder videoTrack(Optional<Fraction> value) {
            videoTrack = value;
            return this;
        }

        public Builder audio(Optional<Boolean> value) {
            audio = value;
            return this;
        }

        /** The facts so far. */
        public VideoReading build() {
            return new VideoReading(format, codec, coded, shown, rotation, mirrored, container, videoTrack, audio);
        }
    }
}
