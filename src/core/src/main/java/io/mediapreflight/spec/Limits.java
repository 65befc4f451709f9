package io.mediapreflight.spec;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
            .imageSize(SizeLimit.megabytes(10))
            .imageSide(new Span(300, 65_536))
            .imageAspectRatio(new Fraction(5, 2))
            .videoFormats(EnumSet.of(Format.MP4, Format.MOV))
            .videoSize(SizeLimit.megabytes(100))
            .videoSide(new Span(340, 3850))
            .videoMinSeconds(Fraction.of(3))
            .videoMaxSeconds(Orientation.VIDEO, Fraction.of(30))
            .videoMaxSeconds(Orientation.IMAGE, Fraction.of(10))
            .request(new RequestLimits(2500, List.of("720P", "1080P"), "720P", 1, 1))
            .build();

    private final Builder values;
    private final Span imageSide;
    private final Span videoSide;
    private final RequestLimits request;

    private Limits(Builder values) {
        this.values = values;
        this.imageSide = new Span(values.imageSideMin, values.imageSideMax);
        this.videoSide = new Span(values.videoSideMin, values.videoSideMax);
        this.request = values.request();
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

    public SizeLimit imageSize() {
        return values.imageSize;
    }

    /** For the width and the height each. */
    public Span imageSide() {
        return imageSide;
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

    public SizeLimit videoSize() {
        return values.videoSize;
    }

    /** For the width and the height each. */
    public Span videoSide() {
        return videoSide;
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
        return request;
    }

    /** The largest file that any slot may take under the generous reading of MB, in bytes. */
    public long largestBytes() {
        return Math.max(values.imageSize.generousBytes(), values.videoSize.generousBytes());
    }

    /** The formats as a person lists them: {@code JPEG or PNG}. */
    public static String inWords(Set<Format> formats) {
        return formats.stream().sorted().map(Format::label).collect(Collectors.joining(" or "));
    }

    /** A builder that starts from nothing. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from these limits. */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** Every limit, in the order of {@link LimitKey}. */
    private List<Object> all() {
        return Arrays.stream(LimitKey.values()).map(key -> key.value(this)).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Limits limits && all().equals(limits.all());
    }

    @Override
    public int hashCode() {
        return all().hashCode();
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
        private SizeLimit imageSize = SizeLimit.megabytes(1);
        private long imageSideMin = 1;
        private long imageSideMax = 1;
        private Fraction imageAspectRatio = Fraction.of(1);
        private final EnumSet<Format> videoFormats = EnumSet.noneOf(Format.class);
        private SizeLimit videoSize = SizeLimit.megabytes(1);
        private long videoSideMin = 1;
        private long videoSideMax = 1;
        private Fraction videoMinSeconds = Fraction.of(0);
        private final Map<Orientation, Fraction> videoMaxSeconds = new EnumMap<>(Orientation.class);
        private int promptMaxCharacters;
        private List<String> resolutions = List.of();
        private String defaultResolution = "";
        private int maxImages;
        private int maxVideos;

        private Builder() {}

        private Builder(Builder from) {
            profile = from.profile;
            model = from.model;
            source = from.source;
            date = from.date;
            imageFormats.addAll(from.imageFormats);
            imageSize = from.imageSize;
            imageSideMin = from.imageSideMin;
            imageSideMax = from.imageSideMax;
            imageAspectRatio = from.imageAspectRatio;
            videoFormats.addAll(from.videoFormats);
            videoSize = from.videoSize;
            videoSideMin = from.videoSideMin;
            videoSideMax = from.videoSideMax;
            videoMinSeconds = from.videoMinSeconds;
            videoMaxSeconds.putAll(from.videoMaxSeconds);
            promptMaxCharacters = from.promptMaxCharacters;
            resolutions = from.resolutions;
            defaultResolution = from.defaultResolution;
            maxImages = from.maxImages;
            maxVideos = from.maxVideos;
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

        /** Replaces the accepted formats: those whose header this library reads. */
        public Builder imageFormats(Set<Format> formats) {
            imageFormats.clear();
            imageFormats.addAll(formats);
            return this;
        }

        public Builder imageSize(SizeLimit value) {
            imageSize = value;
            return this;
        }

        public Builder imageSide(Span value) {
            return imageSideMin(value.min()).imageSideMax(value.max());
        }

        Builder imageSideMin(long value) {
            imageSideMin = value;
            return this;
        }

        Builder imageSideMax(long value) {
            imageSideMax = value;
            return this;
        }

        Builder imageBytesMaxGenerous(long value) {
            imageSize = new SizeLimit(imageSize.strictBytes(), value);
            return this;
        }

        public Builder imageAspectRatio(Fraction longerOverShorter) {
            imageAspectRatio = longerOverShorter;
            return this;
        }

        /** Replaces the accepted formats: those whose header this library reads. */
        public Builder videoFormats(Set<Format> formats) {
            videoFormats.clear();
            videoFormats.addAll(formats);
            return this;
        }

        public Builder videoSize(SizeLimit value) {
            videoSize = value;
            return this;
        }

        public Builder videoSide(Span value) {
            return videoSideMin(value.min()).videoSideMax(value.max());
        }

        Builder videoSideMin(long value) {
            videoSideMin = value;
            return this;
        }

        Builder videoSideMax(long value) {
            videoSideMax = value;
            return this;
        }

        Builder videoBytesMaxGenerous(long value) {
            videoSize = new SizeLimit(videoSize.strictBytes(), value);
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

        /** The same for both orientations. */
        public Builder videoMaxSeconds(Fraction value) {
            return videoMaxSeconds(Orientation.IMAGE, value).videoMaxSeconds(Orientation.VIDEO, value);
        }

        public Builder request(RequestLimits value) {
            return promptMaxCharacters(value.promptMaxCharacters())
                    .resolutions(value.resolutions())
                    .defaultResolution(value.defaultResolution())
                    .maxImages(value.maxImages())
                    .maxVideos(value.maxVideos());
        }

        Builder promptMaxCharacters(int value) {
            promptMaxCharacters = value;
            return this;
        }

        Builder resolutions(List<String> value) {
            resolutions = List.copyOf(value);
            return this;
        }

        Builder defaultResolution(String value) {
            defaultResolution = value;
            return this;
        }

        Builder maxImages(int value) {
            maxImages = value;
            return this;
        }

        Builder maxVideos(int value) {
            maxVideos = value;
            return this;
        }

        private RequestLimits request() {
            return new RequestLimits(promptMaxCharacters, resolutions, defaultResolution, maxImages, maxVideos);
        }

        /**
         * The finished profile; later calls on this builder do not change it.
         *
         * @throws IllegalStateException where no image can be inside the ratio, no video inside the durations, or a
         *     maximum duration is missing for an orientation; and where a format is accepted whose header is not read
         */
        public Limits build() {
            require(!profile.isBlank() && !model.isBlank(), "a profile has a name and a model");
            requireProbes(imageFormats, Kind.IMAGE);
            requireProbes(videoFormats, Kind.VIDEO);
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

        /** A format whose header is not read would pass with any size and duration. */
        private static void requireProbes(Set<Format> formats, Kind kind) {
            for (Format format : formats) {
                require(format.kind() == kind, format.label() + " is no format of a file of the kind " + kind.id());
                require(
                        format.hasProbe(),
                        "the header of " + format.label() + " is not read here, so it cannot be accepted");
            }
        }

        private static void require(boolean condition, String otherwise) {
            if (!condition) {
                throw new IllegalStateException(otherwise);
            }
        }
    }
}
