package io.mediapreflight.spec;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is recommended beyond the limits, in the order in which reports list it. None of it changes an outcome.
 */
public enum AdviceId {
    IMAGE_UNIFORM(
            "image.uniform",
            "the image shows something",
            "The image is nearly one colour (%1$s); it should show %2$s.",
            "Use an image of the character."),
    IMAGE_DARK(
            "image.dark",
            "the image is bright enough to see a character",
            "The image is nearly black (%1$s); it should show %2$s.",
            "Use a brighter image of the character."),
    IMAGE_ALPHA(
            "image.alpha",
            "an opaque image",
            "The image has an alpha channel (%1$s); recommended is %2$s, since the service may fill what is transparent with any colour.",
            "Put the character on a background of your choice, and save it without transparency."),
    IMAGE_ANIMATION(
            "image.animation",
            "a still image",
            "The image is animated (%1$s); recommended is %2$s, since the service may take any of its frames.",
            "Save the frame that you want as a JPEG or PNG."),
    IMAGE_BIT_DEPTH(
            "image.bit-depth",
            "8 bits per sample at most",
            "The image has %1$s; recommended is %2$s, since the service may reduce it in a way of its own.",
            "Save it with 8 bits per sample."),
    VIDEO_CODEC(
            "video.codec",
            "H.264",
            "The video is coded as %1$s; recommended is %2$s, which every service decodes.",
            "Re-encode it as H.264 with 8 bits per sample."),
    VIDEO_BIT_DEPTH(
            "video.bit-depth",
            "8 bits per sample",
            "The video has %1$s; recommended is %2$s, since the service may convert it in a way of its own.",
            "Re-encode it with 8 bits per sample."),
    VIDEO_HDR(
            "video.hdr",
            "standard dynamic range (SDR)",
            "The video has a high dynamic range (%1$s); recommended is %2$s, since the service may show its colours wrongly.",
            "Convert it to SDR with tone mapping."),
    VIDEO_FRAME_RATE(
            "video.frame-rate",
            "a constant frame rate",
            "The frame rate varies (%1$s on average); recommended is %2$s, since the service may change the timing.",
            "Re-encode it with a constant frame rate."),
    VIDEO_INTERLACED(
            "video.interlaced",
            "progressive frames",
            "The video is interlaced (%1$s); recommended is %2$s, since moving edges show combs.",
            "Deinterlace it."),
    VIDEO_OTHER_TRACK(
            "video.other-track",
            "no disabled video track whose size is outside the limits",
            "A disabled video track is %1$s; recommended is %2$s, since the service may use it.",
            "Remux it with one video track."),
    VIDEO_CUT(
            "video.cut",
            "one continuous shot",
            "The video is not one shot (%1$s): the service asks for %2$s, and may use only a part.",
            "Trim the clip to one shot."),
    VIDEO_CAMERA(
            "video.camera",
            "a fixed camera",
            "The camera moves %1$s; the service asks for %2$s, and may use only a part.",
            "Use a clip from a fixed camera, or stabilize it."),
    VIDEO_BLACK(
            "video.black",
            "no black stretches",
            "The video is black %1$s; the service asks for %2$s.",
            "Trim the black part, or use a clip that shows the character throughout."),
    VIDEO_FROZEN(
            "video.frozen",
            "no frozen stretches",
            "The video does not move %1$s, so there is no motion to transfer; %2$s is recommended.",
            "Trim the still part."),
    VIDEO_STILL(
            "video.still",
            "a video that moves",
            "The video shows one still image (%1$s), so there is no motion to transfer; the service needs %2$s.",
            "Use a clip of the motion to transfer."),
    VIDEO_MOTION_HIGH(
            "video.motion.high",
            "steady motion",
            "The motion is very fast (%1$s); %2$s is recommended, since the service may use only a part of fast motion.",
            "Use a clip with slower motion, or with a fixed camera."),
    VIDEO_SHOT(
            "video.shot",
            "a continuous usable shot of the minimum duration",
            "The longest continuous usable shot is %1$s; the service needs %2$s.",
            "Use a longer shot without cuts, black or still parts."),
    REQUEST_SHAPES(
            "request.shapes",
            "image and video with the same orientation",
            "The orientations differ: %1$s. The image should have %2$s.",
            "Use an image and a video that are both portrait, or both landscape."),
    PRIVACY_LOCATION(
            "privacy.location",
            "no place in a file that will lie at a public URL",
            "The file contains a place: %1$s. Anyone with the URL can read it; there should be %2$s.",
            "Remove it before you upload the file."),
    PRIVACY_OWNER(
            "privacy.owner",
            "no name of a person in a file that will lie at a public URL",
            "The file contains a name: %1$s. Anyone with the URL can read it; there should be %2$s.",
            "Remove it before you upload the file."),
    PRIVACY_DEVICE(
            "privacy.device",
            "no serial number in a file that will lie at a public URL",
            "The file contains a serial number: %1$s. Anyone with the URL can read it; there should be %2$s.",
            "Remove it before you upload the file.");

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
            case IMAGE_ALPHA,
                    IMAGE_ANIMATION,
                    IMAGE_BIT_DEPTH,
                    VIDEO_CODEC,
                    VIDEO_BIT_DEPTH,
                    VIDEO_HDR,
                    VIDEO_FRAME_RATE,
                    VIDEO_INTERLACED,
                    VIDEO_OTHER_TRACK,
                    REQUEST_SHAPES -> Origin.HEADERS;
            case PRIVACY_LOCATION, PRIVACY_OWNER, PRIVACY_DEVICE -> Origin.METADATA;
            case IMAGE_UNIFORM,
                    IMAGE_DARK,
                    VIDEO_CUT,
                    VIDEO_BLACK,
                    VIDEO_FROZEN,
                    VIDEO_STILL,
                    VIDEO_MOTION_HIGH,
                    VIDEO_SHOT -> Origin.DECODING;
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
