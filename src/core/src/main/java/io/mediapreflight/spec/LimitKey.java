package io.mediapreflight.spec;

import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The name, type and place of each limit: the one description from which limits are written and read, in JSON and in
 * messages to a worker. A new limit is a field of {@link Limits} and a line here.
 */
public enum LimitKey {
    PROFILE("profile", Type.TEXT, Direction.NONE, Limits::profile, (limits, value) -> limits.profile(text(value))),
    MODEL("model", Type.TEXT, Direction.SAME, Limits::model, (limits, value) -> limits.model(text(value))),
    SOURCE("source", Type.TEXT, Direction.NONE, Limits::source, (limits, value) -> limits.source(text(value))),
    DATE(
            "date",
            Type.TEXT,
            Direction.NONE,
            limits -> limits.date().toString(),
            (limits, value) -> limits.date(date(value))),
    IMAGE_FORMATS(
            "image.formats",
            Type.TEXTS,
            Direction.SUBSET,
            limits -> ids(limits.imageFormats()),
            (limits, value) -> limits.imageFormats(formats(value))),
    IMAGE_BYTES_MAX(
            "image.bytesMax",
            Type.WHOLE,
            Direction.MAX,
            limits -> Fraction.of(limits.imageSize().strictBytes()),
            (limits, value) -> limits.imageSize(SizeLimit.bytes(whole(value)))),
    IMAGE_BYTES_MAX_GENEROUS(
            "image.bytesMaxGenerous",
            Type.WHOLE,
            Direction.MAX,
            limits -> Fraction.of(limits.imageSize().generousBytes()),
            (limits, value) -> limits.imageBytesMaxGenerous(whole(value))),
    IMAGE_SIDE_MIN(
            "image.sideMin",
            Type.WHOLE,
            Direction.MIN,
            limits -> Fraction.of(limits.imageSide().min()),
            (limits, value) -> limits.imageSideMin(whole(value))),
    IMAGE_SIDE_MAX(
            "image.sideMax",
            Type.WHOLE,
            Direction.MAX,
            limits -> Fraction.of(limits.imageSide().max()),
            (limits, value) -> limits.imageSideMax(whole(value))),
    IMAGE_ASPECT_RATIO(
            "image.longerOverShorterSideMax",
            Type.NUMBER,
            Direction.MAX,
            Limits::imageAspectRatio,
            (limits, value) -> limits.imageAspectRatio((Fraction) value)),
    VIDEO_FORMATS(
            "video.formats",
            Type.TEXTS,
            Direction.SUBSET,
            limits -> ids(limits.videoFormats()),
            (limits, value) -> limits.videoFormats(formats(value))),
    VIDEO_BYTES_MAX(
            "video.bytesMax",
            Type.WHOLE,
            Direction.MAX,
            limits -> Fraction.of(limits.videoSize().strictBytes()),
            (limits, value) -> limits.videoSize(SizeLimit.bytes(whole(value)))),
    VIDEO_BYTES_MAX_GENEROUS(
            "video.bytesMaxGenerous",
            Type.WHOLE,
            Direction.MAX,
            limits -> Fraction.of(limits.videoSize().generousBytes()),
            (limits, value) -> limits.videoBytesMaxGenerous(whole(value))),
    VIDEO_SIDE_MIN(
            "video.sideMin",
            Type.WHOLE,
            Direction.MIN,
            limits -> Fraction.of(limits.videoSide().min()),
            (limits, value) -> limits.videoSideMin(whole(value))),
    VIDEO_SIDE_MAX(
            "video.sideMax",
            Type.WHOLE,
            Direction.MAX,
            limits -> Fraction.of(limits.videoSide().max()),
            (limits, value) -> limits.videoSideMax(whole(value))),
    VIDEO_SECONDS_MIN(
            "video.secondsMin",
            Type.NUMBER,
            Direction.MIN,
            Limits::videoMinSeconds,
            (limits, value) -> limits.videoMinSeconds((Fraction) value)),
    VIDEO_SECONDS_MAX_IMAGE(
            "video.secondsMaxByOrientation.image",
            Type.NUMBER,
            Direction.MAX,
            limits -> limits.videoMaxSeconds(Orientation.IMAGE),
            (limits, value) -> limits.videoMaxSeconds(Orientation.IMAGE, (Fraction) value)),
    VIDEO_SECONDS_MAX_VIDEO(
            "video.secondsMaxByOrientation.video",
            Type.NUMBER,
            Direction.MAX,
            limits -> limits.videoMaxSeconds(Orientation.VIDEO),
            (limits, value) -> limits.videoMaxSeconds(Orientation.VIDEO, (Fraction) value)),
    PROMPT_CHARACTERS_MAX(
            "request.promptMaxCharacters",
            Type.WHOLE,
            Direction.MAX,
            limits -> Fraction.of(limits.request().promptMaxCharacters()),
            (limits, value) -> limits.promptMaxCharacters(count(value))),
    RESOLUTIONS(
            "request.resolutions",
            Type.TEXTS,
            Direction.SUBSET,
            limits -> limits.request().resolutions(),
            (limits, value) -> limits.resolutions(texts(value))),
    DEFAULT_RESOLUTION(
            "request.defaultResolution",
            Type.TEXT,
            Direction.SAME,
            limits -> limits.request().defaultResolution(),
            (limits, value) -> limits.defaultResolution(text(value))),
    IMAGES_MAX(
            "request.imagesMax",
            Type.WHOLE,
            Direction.MAX,
            limits -> Fraction.of(limits.request().maxImages()),
            (limits, value) -> limits.maxImages(count(value))),
    VIDEOS_MAX(
            "request.videosMax",
            Type.WHOLE,
            Direction.MAX,
            limits -> Fraction.of(limits.request().maxVideos()),
            (limits, value) -> limits.maxVideos(count(value)));

    /** The types of limits, and of their values here. */
    public enum Type {
        /** A {@link String}. */
        TEXT,
        /** A {@link Fraction} without a fraction. */
        WHOLE,
        /** A {@link Fraction}. */
        NUMBER,
        /** A list of {@link String}. */
        TEXTS
    }

    private enum Direction {
        NONE,
        SAME,
        MIN,
        MAX,
        SUBSET
    }

    private static final LocalDate EXAMPLE = LocalDate.of(2026, 11, 23);

    private final String path;
    private final Type type;
    private final Direction direction;
    private final Function<Limits, Object> get;
    private final BiConsumer<LimitsBuilder, Object> set;

    LimitKey(
            String path,
            Type type,
            Direction direction,
            Function<Limits, Object> get,
            BiConsumer<LimitsBuilder, Object> set) {
        this.path = path;
        this.type = type;
        this.direction = direction;
        this.get = get;
        this.set = set;
    }

    /** The keys in JSON from the outermost in, joined by dots: {@code image.sideMin}. */
    public String path() {
        return path;
    }

    /** The type of the values of this limit. */
    public Type type() {
        return type;
    }

    /** The value of this limit, in the class of its type. */
    public Object value(Limits limits) {
        return get.apply(limits);
    }

    /**
     * Replaces this limit.
     *
     * @param value of the class of the limit's type
     * @throws RefusedValueException where it is no such limit
     */
    public void set(LimitsBuilder limits, Object value) {
        try {
            set.accept(limits, value);
        } catch (RefusedValueException e) {
            throw new RefusedValueException(
                    Phrase.of("limits:impossible")
                            .with("key", path)
                            .with("value", shown(value))
                            .with("reason", e.reason()),
                    e);
        }
    }

    private static String shown(Object value) {
        if (value instanceof Fraction number) {
            return number.toDecimalString();
        }
        return Excerpt.of(value instanceof List<?> ? String.join(", ", texts(value)) : text(value));
    }

    /** The limits that accept what the published ones refuse. */
    public static List<LimitKey> looser(Limits own, Limits published) {
        return Arrays.stream(values())
                .filter(key -> key.isLooser(key.value(own), key.value(published)))
                .toList();
    }

    private boolean isLooser(Object own, Object published) {
        return switch (direction) {
            case NONE -> false;
            case SAME -> !own.equals(published);
            case MIN -> ((Fraction) own).compareTo((Fraction) published) < 0;
            case MAX -> ((Fraction) own).compareTo((Fraction) published) > 0;
            case SUBSET -> !texts(published).containsAll(texts(own));
        };
    }

    private static String text(Object value) {
        return (String) value;
    }

    private static List<String> texts(Object value) {
        return ((List<?>) value).stream().map(String.class::cast).toList();
    }

    private static long whole(Object value) {
        try {
            return ((Fraction) value).toDecimal().longValueExact();
        } catch (ArithmeticException e) {
            throw new RefusedValueException(Phrase.of("limits:whole"), e);
        }
    }

    private static int count(Object value) {
        long whole = whole(value);
        if (whole > Integer.MAX_VALUE) {
            throw new RefusedValueException(Phrase.of("limits:count").with("max", Integer.MAX_VALUE));
        }
        return (int) whole;
    }

    private static LocalDate date(Object value) {
        try {
            return LocalDate.parse(text(value));
        } catch (DateTimeException e) {
            throw new RefusedValueException(Phrase.of("limits:date").with("date", EXAMPLE.toString()), e);
        }
    }

    private static List<String> ids(Set<Format> formats) {
        List<String> ids = new ArrayList<>();
        for (Format format : Format.values()) { // no stream: every report in JSON begins here
            if (formats.contains(format)) {
                ids.add(format.id());
            }
        }
        return List.copyOf(ids);
    }

    private static Set<Format> formats(Object value) {
        EnumSet<Format> formats = EnumSet.noneOf(Format.class);
        for (String id : texts(value)) {
            formats.add(Arrays.stream(Format.values())
                    .filter(format -> format.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> noFormat(id)));
        }
        return formats;
    }

    private static RefusedValueException noFormat(String id) {
        return new RefusedValueException(Phrase.of("limits:format")
                .with("name", Excerpt.of(id))
                .with(
                        "names",
                        Arrays.stream(Format.values())
                                .map(Format::id)
                                .map(Phrase::verbatim)
                                .toList()));
    }
}
