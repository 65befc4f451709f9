package io.mediapreflight.decoder;

import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoCoding;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A video, as a decoder reads it and its first video track.
 *
 * @param codec the four-character code of the sample description
 * @param coded the size of the coded frame, in pixels
 * @param shown after sample aspect ratio and cropping, before rotation
 * @param rotation clockwise degrees 0, 90, 180 or 270
 * @param mirrored whether left and right are exchanged after the rotation
 * @param container how long the whole lasts, in seconds
 * @param videoTrack how long the video track is presented, in seconds
 * @param audio whether there is an audio track
 * @param coding how it is coded, where its headers are not read: beside those it is not asked for
 * @param played what the frames themselves come to; empty unless all of them were decoded
 */
public record VideoReading(
        Optional<Format> format,
        Optional<String> codec,
        Optional<PixelSize> coded,
        Optional<PixelSize> shown,
        OptionalInt rotation,
        Optional<Boolean> mirrored,
        Optional<Fraction> container,
        Optional<Fraction> videoTrack,
        Optional<Boolean> audio,
        VideoCoding coding,
        Optional<Played> played)
        implements MediaReading {

    /** Decoders count in microseconds: a smaller difference is rounding. */
    private static final Fraction RESOLUTION = new Fraction(1, 1_000_000);

    public VideoReading {
        VideoFacts.requireRotation(rotation);
    }

    /** Of a file that a decoder takes for another format, and of which it reports nothing else. */
    public static VideoReading of(Format format) {
        return builder().format(Optional.of(format)).build();
    }

    /**
     * The frames of a video that was decoded from the first to the last.
     *
     * @param seconds from the start of the first frame to the end of the last, as they are presented
     * @param frames how many there are, 1 or more
     */
    public record Played(Fraction seconds, long frames) {
        private static final int HALVES = 3;

        public Played {
            if (frames < 1
                    || seconds.numerator() > Long.MAX_VALUE / HALVES
                    || frames > Long.MAX_VALUE / 2 / seconds.denominator()) {
                throw new IllegalArgumentException("not the duration of " + frames + " frames: " + seconds);
            }
        }

        /**
         * One and a half frames of average length. Recorders exist that give the last frame no duration (media3's
         * {@code sample_empty_track.mp4}: 87,086 ticks by the headers, 90,089 by the frames) and round those of the others.
         */
        private Fraction tolerance() {
            return new Fraction(HALVES * seconds.numerator(), 2 * seconds.denominator() * frames);
        }
    }

    /** An empty builder. */
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
                Optional.of(facts.tracks().audio()),
                VideoCoding.UNKNOWN,
                Optional.empty());
    }

    /** The coded size, where it differs from the headers' readings. */
    public Optional<PixelSize> codedBeside(VideoFacts facts) {
        return coded.filter(own -> sizes(facts).noneMatch(own::isSameAs));
    }

    /** The shown size, where it is off from all of the headers' readings by more than the pixel that rounding costs. */
    public Optional<PixelSize> shownBeside(VideoFacts facts) {
        return shown.filter(own -> sizes(facts).allMatch(own::isOffFrom));
    }

    /** The container's duration, where it differs from the headers' readings, to the microsecond. */
    public Optional<Fraction> containerBeside(VideoFacts.Durations headers) {
        return container.filter(own -> isNews(own, headers));
    }

    /** The video track's duration, where it differs from the headers' readings, to the microsecond. */
    public Optional<Fraction> videoTrackBeside(VideoFacts.Durations headers) {
        return videoTrack.filter(own -> isNews(own, headers));
    }

    /**
     * How long the decoded frames are presented, where that is off from every reading of the headers by more than
     * the length of a frame and a half.
     */
    public Optional<Fraction> playedBeside(VideoFacts.Durations headers) {
        return played.filter(own ->
                        headers.all().allMatch(other -> own.seconds().isFurtherFrom(other, own.tolerance())))
                .map(Played::seconds);
    }

    private static Stream<PixelSize> sizes(VideoFacts facts) {
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
        private Optional<PixelSize> coded = Optional.empty();
        private Optional<PixelSize> shown = Optional.empty();
        private OptionalInt rotation = OptionalInt.empty();
        private Optional<Boolean> mirrored = Optional.empty();
        private Optional<Fraction> container = Optional.empty();
        private Optional<Fraction> videoTrack = Optional.empty();
        private Optional<Boolean> audio = Optional.empty();
        private VideoCoding coding = VideoCoding.UNKNOWN;
        private Optional<Played> played = Optional.empty();

        private Builder() {}

        public Builder format(Optional<Format> value) {
            format = value;
            return this;
        }

        public Builder codec(Optional<String> value) {
            codec = value;
            return this;
        }

        public Builder coded(Optional<PixelSize> value) {
            coded = value;
            return this;
        }

        public Builder shown(Optional<PixelSize> value) {
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

        public Builder coding(VideoCoding value) {
            coding = value;
            return this;
        }

        public Builder played(Optional<Played> value) {
            played = value;
            return this;
        }

        /** The facts so far. */
        public VideoReading build() {
            return new VideoReading(
                    format, codec, coded, shown, rotation, mirrored, container, videoTrack, audio, coding, played);
        }
    }
}
