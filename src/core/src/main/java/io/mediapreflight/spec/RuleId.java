package io.mediapreflight.spec;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rules, in the order in which reports list them. The public id, the bound, where the bound comes from and how to
 * mend what breaks it hang on the rule, so that findings, {@code preflight rules} and the documentation say the same.
 */
public enum RuleId {
    FILE_ACCESS(
            "file.access",
            "the bytes can be had",
            "a readable regular file that does not change",
            Origin.OURS,
            "The file cannot be judged: %1$s.",
            "a missing file, a closed one, a pipe, a device, a file that shrinks while it is read",
            "Name a regular file that this program may read, and try again once it is completely written."),
    MEDIA_KIND(
            "media.kind",
            "what the content is agrees with what it is meant for: the slot, else the extension",
            "an image for reference_images, a video for reference_videos",
            Origin.PAGE,
            "The content is %1$s, but %2$s is expected here.",
            "a JPEG named .mp4; an MP3 for reference_videos",
            "Give the file that was meant, or its right name."),
    IMAGE_READABLE(
            "image.readable",
            "the header can be read and is coherent",
            "a coherent header",
            Origin.OURS,
            "The image header cannot be relied on: %1$s.",
            "an empty file; a PNG whose IHDR checksum is wrong; a JPEG cut off before its dimensions",
            "Export the image again from its original."),
    IMAGE_FORMAT(
            "image.format",
            "the format, by content and never by name",
            limits -> Limits.inWords(limits.imageFormats()),
            Origin.PAGE,
            "The image is %1$s; only %2$s is accepted.",
            "a WebP; a HEIC photo named .jpg",
            "Convert it to JPEG or PNG."),
    IMAGE_NAME(
            "image.name",
            "the extension or the declared media type names the format that the content has",
            "the name and the content agree",
            Origin.OURS,
            "The image is %1$s; whoever goes by the name will misread it.",
            "a PNG named .jpg",
            "Rename it, or declare its real media type."),
    IMAGE_COMPLETE(
            "image.complete",
            "the file is whole: it ends where its format says it ends",
            "the end-of-image marker (JPEG EOI, PNG IEND)",
            Origin.OURS,
            "The image is not whole: %1$s.",
            "a download that stopped half way",
            "Copy or download it again, or export it again from its original."),
    IMAGE_SIZE(
            "image.size",
            "bytes of the file",
            limits -> "at most " + limits.imageSize(),
            Origin.PAGE,
            "The image file has %1$s; %2$s is accepted.",
            "an 11 MB photo",
            "Save it with a lower quality or fewer pixels."),
    IMAGE_DIMENSIONS(
            "image.dimensions",
            "width and height each",
            limits -> limits.imageSide().toString(),
            Origin.PAGE,
            "The image is %1$s; its width and its height must each be %2$s.",
            "a 299x400 thumbnail",
            "Scale it, or start from a larger original."),
    IMAGE_ASPECT_RATIO(
            "image.aspect-ratio",
            "width to height, either way round",
            RuleId::ratio,
            Origin.PAGE,
            "The image is %1$s; its aspect ratio must lie within %2$s.",
            "a 300x900 banner",
            "Crop it, or pad it."),
    VIDEO_READABLE(
            "video.readable",
            "the headers can be read and are coherent, and the media are in the clear and in this file",
            "a coherent movie header",
            Origin.OURS,
            "The movie header cannot be relied on: %1$s.",
            "an empty file; a fragment without moov; an encrypted track; samples that lie in another file",
            "Export the video again from its original, unencrypted and as one file."),
    VIDEO_CONTAINER(
            "video.container",
            "the container, by content, with one video track",
            limits -> Limits.inWords(limits.videoFormats()) + " with a video track",
            Origin.PAGE,
            "The video is %1$s; %2$s is accepted.",
            "an MKV; an MP4 that holds sound only",
            "Put it into an MP4 with one video track."),
    VIDEO_NAME(
            "video.name",
            "the extension or the declared media type names the format that the content has",
            "the name and the content agree",
            Origin.OURS,
            "The video is %1$s; whoever goes by the name will misread it.",
            "a QuickTime movie named .mp4",
            "Rename it, or declare its real media type."),
    VIDEO_COMPLETE(
            "video.complete",
            "the file is whole: no box runs past its end",
            "every box and every chunk lies within the file",
            Origin.OURS,
            "The video is not whole: %1$s.",
            "an upload that stopped half way",
            "Copy or upload it again."),
    VIDEO_SIZE(
            "video.size",
            "bytes of the file",
            limits -> "at most " + limits.videoSize(),
            Origin.PAGE,
            "The video file has %1$s; %2$s is accepted.",
            "a 120 MB clip",
            "Encode it with a lower bit rate."),
    VIDEO_DIMENSIONS(
            "video.dimensions",
            "width and height each",
            limits -> limits.videoSide().toString(),
            Origin.PAGE,
            "The video is %1$s; its width and its height must each be %2$s.",
            "a 320x240 clip; a 4096x2160 one",
            "Scale it."),
    VIDEO_DURATION_MIN(
            "video.duration.min",
            "the shortest duration",
            limits -> "at least " + limits.videoMinSeconds().toDecimalString() + " s",
            Origin.PAGE,
            "The video lasts %1$s; %2$s is needed.",
            "a clip of 2.5 s",
            "Take a longer part of the original."),
    VIDEO_DURATION_MAX(
            "video.duration.max",
            "the longest duration, which depends on extra_params.character_orientation",
            limits -> seconds(limits, Orientation.IMAGE) + ", " + seconds(limits, Orientation.VIDEO),
            Origin.PAGE,
            "The video lasts %1$s; at most %2$s is accepted.",
            "a clip of 12 s with character_orientation image",
            "Cut it.");

    /** Who says so. */
    public enum Origin {
        /** A line of the service's published page. */
        PAGE("the published page"),
        /** Not on the page: without it nothing on the page can be told. */
        OURS("our reading: nothing on the page can be told without it");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        /** For people. */
        public String inWords() {
            return words;
        }
    }

    private final String id;
    private final String title;
    private final Function<Limits, String> bound;
    private final Origin origin;
    private final String sentence;
    private final String example;
    private final String remedy;

    RuleId(String id, String title, String bound, Origin origin, String sentence, String example, String remedy) {
        this(id, title, limits -> bound, origin, sentence, example, remedy);
    }

    RuleId(
            String id,
            String title,
            Function<Limits, String> bound,
            Origin origin,
            String sentence,
            String example,
            String remedy) {
        this.id = id;
        this.title = title;
        this.bound = bound;
        this.origin = origin;
        this.sentence = sentence;
        this.example = example;
        this.remedy = remedy;
    }

    /** The rule with this public id. */
    public static Optional<RuleId> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }

    /** The public id, such as {@code image.aspect-ratio}. Stable: programs depend on it. */
    public String id() {
        return id;
    }

    /** What the rule is about, in a phrase. */
    public String title() {
        return title;
    }

    /** The bound under these limits, in words. */
    public String bound(Limits limits) {
        return bound.apply(limits);
    }

    public Origin origin() {
        return origin;
    }

    /** A {@link String#format} pattern; its first argument is what was found, its second the limit. */
    public String sentence() {
        return sentence;
    }

    /** What breaks the rule. */
    public String example() {
        return example;
    }

    /** How to mend what breaks the rule, where nothing more exact is known. */
    public String remedy() {
        return remedy;
    }

    /** The longest duration for one orientation, in words. */
    public static String seconds(Limits limits, Orientation orientation) {
        return limits.videoMaxSeconds(orientation).toDecimalString() + " s with character_orientation "
                + orientation.id();
    }

    private static String ratio(Limits limits) {
        String ratio = limits.imageAspectRatio().toDecimalString();
        return "1:" + ratio + " to " + ratio + ":1";
    }
}
