package io.mediapreflight.spec;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every limit of one service, read on one day: the only place where a bound stands. Rules, messages, documentation and
 * tests read it from here. Immutable; {@link #toBuilder} makes a tightened or wholly different profile:
 *
 * <pre>{@code
 * Limits house = Limits.klingV3MotionControl().toBuilder()
 *         .imageSide(new Span(1024, 8192))
 *         .build();
 * Preflight preflight = Preflight.with(house);
 * }</pre>
 *
 * All bounds are inclusive.
 */
public final class Limits {
    private static final Limits KLING_V3_MOTION_CONTROL = new Builder()
            .profile("kling-v3-motion-control")
            .model("kling/kling-v3-motion-control")
            .source("API page of POST https://openapi.imini.ai/imini/router/v1/videos/generate")
            .date(LocalDate.of(2026, 11, 23))
            .imageFormats(EnumSet.of(Format.JPEG, Format.PNG))
            .imageSize(new Megabytes(10))
            .imageSide(new Span(300, 65_536))
            .imageAspectRatio(new Fraction(5, 2))
            .videoFormats(EnumSet.of(Format.MP4, Format.MOV))
            .videoSize(new Megabytes(100))
            .videoSide(new Span(340, 3850))
            .videoMinSeconds(Fraction.of(3))
            .videoMaxSeconds(Orientation.VIDEO, Fraction.of(30))
            .videoMaxSeconds(Orientation.IMAGE, Fraction.of(10))
            .request(new RequestLimits(2500, List.of("720P", "1080P"), "720P", 1, 1))
            .build();

    private final Builder values;

    private Limits(Builder values) {
        this.values = values;
    }

    /** What the page of {@code kling/kling-v3-motion-control} said on the day it was read. */
    public static Limits klingV3MotionControl() {
        return KLING_V3_MOTION_CONTROL;
    }

    /** The name of this profile, such as {@code kling-v3-motion-control}. */
    public String profile() {
        return values.profile;
    }

    /** The model as it stands in a request. */
    public String model() {
        return values.model;
    }

    /** Where the limits were read. */
    public String source() {
        return values.source;
    }

    /** The day on which the source was read. */
    public LocalDate date() {
        return values.date;
    }

    public Set<Format> imageFormats() {
        return Set.copyOf(values.imageFormats);
    }

    /** Whether the content of an image may be of this format. */
    public boolean acceptsImage(Format format) {
        return values.imageFormats.contains(format);
    }

    public Megabytes imageSize() {
        return values.imageSize;
    }

    /** For the width and the height each. */
    public Span imageSide() {
        return values.imageSide;
    }

    /** The longer side over the shorter at most, whichever of the two is the width. */
    public Fraction imageAspectRatio() {
        return values.imageAspectRatio;
    }

    public Set<Format> videoFormats() {
        return Set.copyOf(values.videoFormats);
    }

    /** Whether the content of a video may be of this format. */
    public boolean acceptsVideo(Format format) {
        return values.videoFormats.contains(format);
    }

    public Megabytes videoSize() {
        return values.videoSize;
    }

    /** For the width and the height each. */
    public Span videoSide() {
        return values.videoSide;
    }

    public Fraction videoMinSeconds() {
        return values.videoMinSeconds;
    }

    /** Depends on {@code extra_params.character_orientation}. */
    public Fraction videoMaxSeconds(Orientation orientation) {
        return values.videoMaxSeconds.getOrDefault(orientation, Fraction.of(0));
    }

    /** For everything in a request but its media. */
    public RequestLimits request() {
        return values.request;
    }

    /** The largest file that any slot may take under the generous reading of MB, in bytes. */
    public long largestBytes() {
        return Math.max(values.imageSize.binaryBytes(), values.videoSize.binaryBytes());
    }

    /** The formats as a person lists them: {@code JPEG or PNG}. */
    public static String inWords(Set<Format> formats) {
        return formats.stream().sorted().map(Format::label).collect(Collectors.joining(" or "));
    }

    /** A builder that starts from these limits. */
    public Builder toBuilder() {
        return new Builder(values);
    }

    @Override
    public String toString() {
        return values.profile + " (" + values.source + ", read " + values.date + ")";
    }

    /** Collects the values of a profile; {@link #build} refuses one with a hole in it. */
    public static final class Builder {
        private String profile = "";
        private String model = "";
        private String source = "";
        private LocalDate date = LocalDate.EPOCH;
        private final EnumSet<Format> imageFormats = EnumSet.noneOf(Format.class);
        private Megabytes imageSize = new Megabytes(1);
        private Span imageSide = new Span(1, 1);
        private Fraction imageAspectRatio = Fraction.of(1);
        private final EnumSet<Format> videoFormats = EnumSet.noneOf(Format.class);
        private Megabytes videoSize = new Megabytes(1);
        private Span videoSide = new Span(1, 1);
        private Fraction videoMinSeconds = Fraction.of(0);
        private final Map<Orientation, Fraction> videoMaxSeconds = new EnumMap<>(Orientation.class);
        private RequestLimits request = new RequestLimits(0, List.of("720P"), "720P", 1, 1);

        private Builder() {}

        private Builder(Builder from) {
            profile = from.profile;
            model = from.model;
            source = from.source;
            date = from.date;
            imageFormats.addAll(from.imageFormats);
            imageSize = from.imageSize;
            imageSide = from.imageSide;
            imageAspectRatio = from.imageAspectRatio;
            videoFormats.addAll(from.videoFormats);
            videoSize = from.videoSize;
            videoSide = from.videoSide;
            videoMinSeconds = from.videoMinSeconds;
            videoMaxSeconds.putAll(from.videoMaxSeconds);
            request = from.request;
        }

        public Builder profile(String value) {
            profile = value;
            return this;
        }

        public Builder model(String value) {
            model = value;
            return this;
        }

        public Builder source(String value) {
            source = value;
            return this;
        }

        public Builder date(LocalDate value) {
            date = value;
            return this;
        }

        /** Replaces the accepted formats; only those whose header this library reads can be judged further. */
        public Builder imageFormats(Set<Format> formats) {
            imageFormats.clear();
            imageFormats.addAll(formats);
            return this;
        }

        public Builder imageSize(Megabytes value) {
            imageSize = value;
            return this;
        }

        public Builder imageSide(Span value) {
            imageSide = value;
            return this;
        }

        public Builder imageAspectRatio(Fraction longerOverShorter) {
            imageAspectRatio = longerOverShorter;
            return this;
        }

        /** Replaces the accepted formats; only those whose header this library reads can be judged further. */
        public Builder videoFormats(Set<Format> formats) {
            videoFormats.clear();
            videoFormats.addAll(formats);
            return this;
        }

        public Builder videoSize(Megabytes value) {
            videoSize = value;
            return this;
        }

        public Builder videoSide(Span value) {
            videoSide = value;
            return this;
        }

        public Builder videoMinSeconds(Fraction value) {
            videoMinSeconds = value;
            return this;
        }

        public Builder videoMaxSeconds(Orientation orientation, Fraction value) {
            videoMaxSeconds.put(orientation, value);
            return this;
        }

        public Builder request(RequestLimits value) {
            request = value;
            return this;
        }

        /**
         * The finished profile; later calls on this builder do not change it.
         *
         * @throws IllegalStateException where no image can be inside the ratio, no video inside the durations, or a
         *     maximum duration is missing for an orientation
         */
        public Limits build() {
            require(!profile.isBlank() && !model.isBlank(), "a profile has a name and a model");
            require(imageAspectRatio.isAtLeast(Fraction.of(1)), "the aspect ratio is the longer side over the shorter");
            for (Orientation orientation : Orientation.values()) {
                Fraction max = videoMaxSeconds.get(orientation);
                require(
                        max != null,
                        "no maximum duration for " + RequestField.CHARACTER_ORIENTATION.key() + " " + orientation.id());
                require(
                        max != null && videoMinSeconds.isAtMost(max),
                        "the minimum duration is over the maximum for " + RequestField.CHARACTER_ORIENTATION.key() + " "
                                + orientation.id());
            }
            return new Limits(new Builder(this));
        }

        private static void require(boolean condition, String otherwise) {
            if (!condition) {
                throw new IllegalStateException(otherwise);
            }
        }
    }
}
