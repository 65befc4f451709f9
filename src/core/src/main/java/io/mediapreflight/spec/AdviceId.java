package io.mediapreflight.spec;

import io.mediapreflight.text.Messages;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is recommended beyond the limits, in the order in which reports list it. None of it changes an outcome. Its
 * texts are in {@link Messages}, by its public id.
 */
public enum AdviceId {
    IMAGE_UNIFORM("image.uniform"),
    IMAGE_DARK("image.dark"),
    IMAGE_ALPHA("image.alpha"),
    IMAGE_ANIMATION("image.animation"),
    IMAGE_BIT_DEPTH("image.bit-depth"),
    VIDEO_CODEC("video.codec"),
    VIDEO_BIT_DEPTH("video.bit-depth"),
    VIDEO_HDR("video.hdr"),
    VIDEO_FRAME_RATE("video.frame-rate"),
    VIDEO_INTERLACED("video.interlaced"),
    VIDEO_OTHER_TRACK("video.other-track"),
    VIDEO_CUT("video.cut"),
    VIDEO_CAMERA("video.camera"),
    VIDEO_BLACK("video.black"),
    VIDEO_FROZEN("video.frozen"),
    VIDEO_STILL("video.still"),
    VIDEO_MOTION_HIGH("video.motion.high"),
    VIDEO_SHOT("video.shot"),
    REQUEST_SHAPES("request.shapes"),
    PRIVACY_LOCATION("privacy.location"),
    PRIVACY_OWNER("privacy.owner"),
    PRIVACY_DEVICE("privacy.device");

    /** Where advice comes from. */
    public enum Origin {
        /** Headers, which are read of every file. */
        HEADERS,
        /** Metadata, by a {@code MetadataReader}. */
        METADATA,
        /** Decoded frames, by an {@code Examiner}. */
        DECODING
    }

    private final String id;

    AdviceId(String id) {
        this.id = id;
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
        return Messages.current().text(id + ".title");
    }

    /** Where it comes from. */
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
                    VIDEO_CAMERA,
                    VIDEO_BLACK,
                    VIDEO_FROZEN,
                    VIDEO_STILL,
                    VIDEO_MOTION_HIGH,
                    VIDEO_SHOT -> Origin.DECODING;
        };
    }

    /** What to do, unless the advice itself says more exactly. */
    public String remedy() {
        return Messages.current().text(id + ".fix");
    }
}
