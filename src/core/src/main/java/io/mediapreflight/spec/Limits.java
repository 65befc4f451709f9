package io.mediapreflight.spec;

import io.mediapreflight.text.Messages;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every limit of one service, as published on one day. Rules, messages, documentation and tests take every bound from
 * here. Immutable; {@link #toBuilder} makes a tightened or wholly different profile:
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
    private static final Limits KLING_V3_MOTION_CONTROL = new LimitsBuilder()
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

    private final LimitsBuilder values;
    private final Span imageSide;
    private final Span videoSide;
    private final RequestLimits request;

    Limits(LimitsBuilder values) {
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

    /** The formats that an image may have. */
    public Set<Format> imageFormats() {
        return Set.copyOf(values.imageFormats);
    }

    /** Whether the content of an image may be of this format. */
    public boolean acceptsImage(Format format) {
        return values.imageFormats.contains(format);
    }

    /** The maximum size of an image. */
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

    /** The formats that a video may have. */
    public Set<Format> videoFormats() {
        return Set.copyOf(values.videoFormats);
    }

    /** Whether the content of a video may be of this format. */
    public boolean acceptsVideo(Format format) {
        return values.videoFormats.contains(format);
    }

    /** The maximum size of a video. */
    public SizeLimit videoSize() {
        return values.videoSize;
    }

    /** For the width and the height each. */
    public Span videoSide() {
        return videoSide;
    }

    /** The minimum duration of a video, in seconds. */
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
        return formats.stream()
                .sorted()
                .map(Format::label)
                .collect(Collectors.joining(Messages.current().text("list.or")));
    }

    /** A builder that starts from nothing. */
    public static LimitsBuilder builder() {
        return new LimitsBuilder();
    }

    /** A builder that starts from these limits. */
    public LimitsBuilder toBuilder() {
        return new LimitsBuilder(values);
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
}
