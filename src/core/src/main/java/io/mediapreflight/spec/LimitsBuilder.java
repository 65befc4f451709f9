package io.mediapreflight.spec;

import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the values of a profile; {@link #build} refuses an incomplete one. */
public final class LimitsBuilder {
    String profile = "";
    String model = "";
    String source = "";
    LocalDate date = LocalDate.EPOCH;
    final EnumSet<Format> imageFormats = EnumSet.noneOf(Format.class);
    SizeLimit imageSize = SizeLimit.megabytes(1);
    long imageSideMin = 1;
    long imageSideMax = 1;
    Fraction imageAspectRatio = Fraction.of(1);
    final EnumSet<Format> videoFormats = EnumSet.noneOf(Format.class);
    SizeLimit videoSize = SizeLimit.megabytes(1);
    long videoSideMin = 1;
    long videoSideMax = 1;
    Fraction videoMinSeconds = Fraction.of(0);
    final Map<Orientation, Fraction> videoMaxSeconds = new EnumMap<>(Orientation.class);
    private int promptMaxCharacters;
    private List<String> resolutions = List.of();
    private String defaultResolution = "";
    private int maxImages;
    private int maxVideos;

    LimitsBuilder() {}

    LimitsBuilder(LimitsBuilder from) {
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

    /** The name of the profile, which reports show. */
    public LimitsBuilder profile(String value) {
        profile = value;
        return this;
    }

    /** The model that a request must name. */
    public LimitsBuilder model(String value) {
        model = value;
        return this;
    }

    /** Where the limits were read. */
    public LimitsBuilder source(String value) {
        source = value;
        return this;
    }

    /** The day on which they were read. */
    public LimitsBuilder date(LocalDate value) {
        date = value;
        return this;
    }

    /** Replaces the accepted formats: those whose header this library reads. */
    public LimitsBuilder imageFormats(Set<Format> formats) {
        imageFormats.clear();
        imageFormats.addAll(formats);
        return this;
    }

    /** The maximum size of an image. */
    public LimitsBuilder imageSize(SizeLimit value) {
        imageSize = value;
        return this;
    }

    /** The range of the width and the height of an image. */
    public LimitsBuilder imageSide(Span value) {
        return imageSideMin(value.min()).imageSideMax(value.max());
    }

    LimitsBuilder imageSideMin(long value) {
        imageSideMin = value;
        return this;
    }

    LimitsBuilder imageSideMax(long value) {
        imageSideMax = value;
        return this;
    }

    LimitsBuilder imageBytesMaxGenerous(long value) {
        imageSize = new SizeLimit(imageSize.strictBytes(), value);
        return this;
    }

    /** The maximum of the longer side of an image over the shorter, 1 or more. */
    public LimitsBuilder imageAspectRatio(Fraction longerOverShorter) {
        imageAspectRatio = longerOverShorter;
        return this;
    }

    /** Replaces the accepted formats: those whose header this library reads. */
    public LimitsBuilder videoFormats(Set<Format> formats) {
        videoFormats.clear();
        videoFormats.addAll(formats);
        return this;
    }

    /** The maximum size of a video. */
    public LimitsBuilder videoSize(SizeLimit value) {
        videoSize = value;
        return this;
    }

    /** The range of the width and the height of a video. */
    public LimitsBuilder videoSide(Span value) {
        return videoSideMin(value.min()).videoSideMax(value.max());
    }

    LimitsBuilder videoSideMin(long value) {
        videoSideMin = value;
        return this;
    }

    LimitsBuilder videoSideMax(long value) {
        videoSideMax = value;
        return this;
    }

    LimitsBuilder videoBytesMaxGenerous(long value) {
        videoSize = new SizeLimit(videoSize.strictBytes(), value);
        return this;
    }

    /** The minimum duration of a video, in seconds. */
    public LimitsBuilder videoMinSeconds(Fraction value) {
        videoMinSeconds = value;
        return this;
    }

    /** The maximum duration of a video with this orientation, in seconds. */
    public LimitsBuilder videoMaxSeconds(Orientation orientation, Fraction value) {
        videoMaxSeconds.put(orientation, value);
        return this;
    }

    /** The same for both orientations. */
    public LimitsBuilder videoMaxSeconds(Fraction value) {
        return videoMaxSeconds(Orientation.IMAGE, value).videoMaxSeconds(Orientation.VIDEO, value);
    }

    /** The limits of a request but for its media. */
    public LimitsBuilder request(RequestLimits value) {
        return promptMaxCharacters(value.promptMaxCharacters())
                .resolutions(value.resolutions())
                .defaultResolution(value.defaultResolution())
                .maxImages(value.maxImages())
                .maxVideos(value.maxVideos());
    }

    LimitsBuilder promptMaxCharacters(int value) {
        promptMaxCharacters = value;
        return this;
    }

    LimitsBuilder resolutions(List<String> value) {
        resolutions = List.copyOf(value);
        return this;
    }

    LimitsBuilder defaultResolution(String value) {
        defaultResolution = value;
        return this;
    }

    LimitsBuilder maxImages(int value) {
        maxImages = value;
        return this;
    }

    LimitsBuilder maxVideos(int value) {
        maxVideos = value;
        return this;
    }

    RequestLimits request() {
        return new RequestLimits(promptMaxCharacters, resolutions, defaultResolution, maxImages, maxVideos);
    }

    /**
     * The finished profile; later calls on this builder do not change it.
     *
     * @throws RefusedValueException where no image can be within the sides or the ratio, no video within the durations,
     *     or a maximum duration is missing for an orientation; and where a format is accepted whose header is not read
     */
    public Limits build() {
        require(!profile.isBlank() && !model.isBlank(), "limits:names");
        requireProbes(imageFormats, Kind.IMAGE);
        requireProbes(videoFormats, Kind.VIDEO);
        require(imageAspectRatio.isAtLeast(Fraction.of(1)), "limits:ratio");
        requireSides(Kind.IMAGE, imageSideMin, imageSideMax);
        requireSides(Kind.VIDEO, videoSideMin, videoSideMax);
        for (Orientation orientation : Orientation.values()) {
            requireDurations(orientation);
        }
        return new Limits(new LimitsBuilder(this));
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new RefusedValueException(Phrase.of(otherwise));
        }
    }

    /** A format whose header is not read would pass with any size and duration. */
    private static void requireProbes(Set<Format> formats, Kind kind) {
        for (Format format : formats) {
            if (format.kind() != kind || !format.hasProbe()) {
                String key = format.kind() == kind ? "limits:no-probe" : "limits:kind." + kind.id();
                throw new RefusedValueException(Phrase.of(key).with("format", format.label()));
            }
        }
    }

    private static void requireSides(Kind kind, long min, long max) {
        if (min < 1 || max < min) {
            // The keys are looked up here alone: every check would wait for their lambdas.
            boolean isImage = kind == Kind.IMAGE;
            throw new RefusedValueException(Phrase.of("limits:sides")
                    .with("minKey", (isImage ? LimitKey.IMAGE_SIDE_MIN : LimitKey.VIDEO_SIDE_MIN).path())
                    .with("min", min)
                    .with("maxKey", (isImage ? LimitKey.IMAGE_SIDE_MAX : LimitKey.VIDEO_SIDE_MAX).path())
                    .with("max", max));
        }
    }

    private void requireDurations(Orientation orientation) {
        Fraction max = videoMaxSeconds.get(orientation);
        if (max == null) {
            throw new RefusedValueException(Phrase.of("limits:no-maximum").with("orientation", orientation.id()));
        }
        if (!videoMinSeconds.isAtMost(max)) {
            throw new RefusedValueException(Phrase.of("limits:durations")
                    .with("orientation", orientation.id())
                    .with("min", videoMinSeconds.toDecimal())
                    .with("max", max.toDecimal()));
        }
    }
}
