package io.mediapreflight.spec;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is recommended beyond the limits, in the order in which reports list it. None of it changes an outcome.
 */
public enum AdviceId {
    IMAGE_UNIFORM(
            "image.uniform",
            "the picture shows something",
            "The picture is nearly the same all over (%1$s); it should show %2$s.",
            "Give a picture of the character."),
    IMAGE_DARK(
            "image.dark",
            "the picture is bright enough to see a character",
            "The picture is nearly black (%1$s); it should show %2$s.",
            "Give a brighter picture of the character."),
    VIDEO_CUT(
            "video.cut",
            "one continuous shot",
            "The film is not one shot (%1$s): the service asks for %2$s, and may use only a part.",
            "Cut the clip to the one shot that is meant."),
    VIDEO_BLACK(
            "video.black",
            "no black stretches",
            "The picture is black %1$s; the service asks for %2$s.",
            "Cut the black part off, or give a film that shows the character throughout."),
    VIDEO_FROZEN(
            "video.frozen",
            "no frozen stretches",
            "The picture stands still %1$s, and there is no motion to take over; recommended is %2$s.",
            "Cut the still part off."),
    VIDEO_STILL(
            "video.still",
            "a film, not a picture that lasts",
            "The film is one still picture (%1$s), and there is no motion to take over; the service needs %2$s.",
            "Give a film of the motion that is meant."),
    VIDEO_MOTION_HIGH(
            "video.motion.high",
            "steady motion",
            "The motion is violent (%1$s); %2$s is recommended, and of fast motion the service may use only a part.",
            "Give a film with slower motion, or with a camera that stands still."),
    VIDEO_SHOT(
            "video.shot",
            "a continuous usable shot of the least duration",
            "The longest continuous usable shot is %1$s; the service needs %2$s.",
            "Give a longer shot without cuts, black or still parts."),
    REQUEST_SHAPES(
            "request.shapes",
            "image and video of one shape",
            "The shapes do not match: %1$s. The character should have %2$s.",
            "Give an image and a video that are both portrait, or both landscape."),
    PRIVACY_LOCATION(
            "privacy.location",
            "no place in a file that will lie at a public URL",
            "The file tells where it was made: %1$s. Whoever has the URL can read it, and there should be %2$s.",
            "Strip it before the file is uploaded."),
    PRIVACY_OWNER(
            "privacy.owner",
            "no name of a person in a file that will lie at a public URL",
            "The file tells whose it is: %1$s. Whoever has the URL can read it, and there should be %2$s.",
            "Strip it before the file is uploaded."),
    PRIVACY_DEVICE(
            "privacy.device",
            "no serial number in a file that will lie at a public URL",
            "The file tells which device made it: %1$s. Whoever has the URL can read it, and there should be %2$s.",
            "Strip it before the file is uploaded.");

    /** Where advice comes from. */
    public enum Origin {
        /** Headers, which are read of every file. */
        HEADERS,
        /** Metadata, which a reader of them is asked about. */
        METADATA,
        /** Decoded frames, which an examiner is asked about. */
        DECODING
    }

    private final String id;
    private final String title;
    private final String sentence;
    private final String remedy;

    AdviceId(String id, String title, String sentence, String remedy) {
        this.id = id;
        this.title = title;
        this.sentence = sentence;
        this.remedy = remedy;
    }

    /** The advice with this public id. */
    public static Optional<AdviceId> of(String id) {
        return Arrays.stream(values()).filter(advice -> advice.id.equals(id)).findFirst();
    }

    /** The public id, such as {@code video.cut}. Stable: programs depend on it. */
    public String id() {
        return id;
    }

    /** What is recommended, in a phrase. */
    public String title() {
        return title;
    }

    /** What has to be looked at for it. */
    public Origin origin() {
        return switch (this) {
            case REQUEST_SHAPES -> Origin.HEADERS;
            case PRIVACY_LOCATION, PRIVACY_OWNER, PRIVACY_DEVICE -> Origin.METADATA;
            default -> Origin.DECODING;
        };
    }

    /** A {@link String#format} pattern; its first argument is what was found, its second what is recommended. */
    public String sentence() {
        return sentence;
    }

    /** What to do, where nothing more exact is known. */
    public String remedy() {
        return remedy;
    }
}
