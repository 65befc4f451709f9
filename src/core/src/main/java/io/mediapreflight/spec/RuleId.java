package io.mediapreflight.spec;

import java.util.Arrays;
import java.util.Optional;

/**
 * The rules, in the order in which reports list them. The public id, the bound, where the bound comes from and how to
 * mend what breaks it hang on the rule, so that findings, {@code preflight rules} and the documentation say the same.
 */
public enum RuleId implements RuleDescription {
    FILE_ACCESS(
            "file.access",
            "the file can be read",
            "a readable regular file that does not change",
            Origin.OURS,
            "The file cannot be checked: %1$s.",
            "a missing file; one without read permission; a pipe; a device; a file that shrinks while it is read",
            "Use a regular file that you may read, and check it again once it is completely written."),
    MEDIA_KIND(
            "media.kind",
            "the content is what the file is used for: its slot, else its declared media type, else its extension",
            "an image for reference_images, a video for reference_videos",
            Origin.PAGE,
            "The file is %1$s; %2$s is expected here.",
            "a JPEG named .mp4, or declared video/mp4; an MP3 for reference_videos",
            "Use the right file, or correct its name."),
    IMAGE_READABLE(
            "image.readable",
            "the header can be read, and its parts agree",
            "a valid header",
            Origin.OURS,
            "The image cannot be read reliably: %1$s.",
            "an empty file; a PNG whose IHDR checksum is wrong; a JPEG cut off before its dimensions",
            "Export the image again from its original."),
    IMAGE_FORMAT(
            "image.format",
            "the format, by content and never by name",
            "",
            Origin.PAGE,
            "The image is %1$s; only %2$s is accepted.",
            "a WebP; a HEIC photo named .jpg",
            "Convert it to JPEG or PNG."),
    IMAGE_NAME(
            "image.name",
            "the extension or the declared media type names the format that the content has",
            "the name and the content agree",
            Origin.OURS,
            "The image is %1$s. A service that trusts the name reads it wrongly.",
            "a PNG named .jpg",
            "Rename it, or declare its real media type."),
    IMAGE_COMPLETE(
            "image.complete",
            "the file is complete: it ends where its format says it ends",
            "the end-of-image marker (JPEG EOI, PNG IEND)",
            Origin.OURS,
            "The image is incomplete: %1$s.",
            "a download that stopped half way",
            "Copy or download it again, or export it again from its original."),
    IMAGE_SIZE(
            "image.size",
            "bytes of the file",
            "",
            Origin.PAGE,
            "The image has %1$s; %2$s is allowed.",
            "",
            "Save it with a lower quality, or make it smaller."),
    IMAGE_DIMENSIONS(
            "image.dimensions",
            "width and height each",
            "",
            Origin.PAGE,
            "The image is %1$s; its width and its height must each be %2$s.",
            "",
            "Scale it, or start from a larger original."),
    IMAGE_ASPECT_RATIO(
            "image.aspect-ratio",
            "width to height, either way round",
            "",
            Origin.PAGE,
            "The image is %1$s; its aspect ratio must lie within %2$s.",
            "",
            "Crop it, or pad it."),
    IMAGE_DECODABLE(
            "image.decodable",
            "FFmpeg can decode the image; checked with --deep only",
            "an image that decodes",
            Origin.OURS,
            "The image does not decode: %1$s.",
            "a JPEG whose compressed data are damaged",
            "Export the image again from its original."),
    VIDEO_READABLE(
            "video.readable",
            "the headers can be read, their parts agree, and the media are unencrypted and in this file",
            "a valid movie header",
            Origin.OURS,
            "The video cannot be read reliably: %1$s.",
            "an empty file; a fragment without moov; an encrypted track; samples that lie in another file",
            "Export the video again from its original, unencrypted and as one file."),
    VIDEO_CONTAINER(
            "video.container",
            "the container, by content, with one video track",
            "",
            Origin.PAGE,
            "The video is %1$s; %2$s is accepted.",
            "an MKV; an MP4 with audio only",
            "Remux or convert it to an MP4 with one video track."),
    VIDEO_NAME(
            "video.name",
            "the extension or the declared media type names the format that the content has",
            "the name and the content agree",
            Origin.OURS,
            "The video is %1$s. A service that trusts the name reads it wrongly.",
            "a QuickTime movie named .mp4",
            "Rename it, or declare its real media type."),
    VIDEO_COMPLETE(
            "video.complete",
            "the file is complete: no box runs past its end",
            "every box lies within the file",
            Origin.OURS,
            "The video is incomplete: %1$s.",
            "an upload that stopped half way",
            "Copy or upload it again."),
    VIDEO_SIZE(
            "video.size",
            "bytes of the file",
            "",
            Origin.PAGE,
            "The video has %1$s; %2$s is allowed.",
            "",
            "Encode it with a lower bit rate."),
    VIDEO_DIMENSIONS(
            "video.dimensions",
            "width and height each",
            "",
            Origin.PAGE,
            "The video is %1$s; its width and its height must each be %2$s.",
            "",
            "Scale it."),
    VIDEO_DURATION_MIN(
            "video.duration.min",
            "the shortest duration",
            "",
            Origin.PAGE,
            "The video is %1$s long; it must be %2$s.",
            "",
            "Use a longer part of the original."),
    VIDEO_DURATION_MAX(
            "video.duration.max",
            "the longest duration, which depends on " + RequestField.CHARACTER_ORIENTATION.path(),
            "",
            Origin.PAGE,
            "The video is %1$s long; at most %2$s is allowed.",
            "",
            "Trim it."),
    VIDEO_DECODABLE(
            "video.decodable",
            "FFmpeg can decode the frames; checked with --deep only",
            "frames that decode",
            Origin.OURS,
            "The video does not decode: %1$s.",
            "a clip with damaged samples; a codec that no decoder knows",
            "Export the video again from its original."),
    REQUEST_JSON(
            "request.json",
            "the body is JSON, and each of its fields is one of the page's and of its type",
            "the fields of the published page",
            Origin.PAGE,
            "The request body is not what %2$s ask for: %1$s.",
            "a missing brace; \"" + RequestField.GENERATE_AUDIO.key() + "\": \"yes\"; a misspelt character_orientaton",
            "Correct the field that is named, or leave it out."),
    REQUEST_MODEL(
            "request.model",
            "model, which is required",
            "",
            Origin.PAGE,
            "The model is %1$s; it must be %2$s.",
            "no model; kling-v3-motion-control without kling/",
            "Set model to the value that the page gives."),
    REQUEST_PROMPT_LENGTH(
            "request.prompt.length",
            "characters of the prompt",
            "",
            Origin.PAGE,
            "The prompt has %1$s; %2$s is allowed.",
            "",
            "Shorten it."),
    REQUEST_RESOLUTION(
            "request.resolution",
            "resolution, exactly as the page spells it",
            "",
            Origin.PAGE,
            "The resolution is %1$s; it must be %2$s.",
            "720p; 1920x1080",
            "Use one of the page's values, or leave the field out."),
    REQUEST_ORIENTATION(
            "request.orientation",
            RequestField.CHARACTER_ORIENTATION.path() + ", which decides how long the video may be",
            Orientation.IMAGE.id() + " or " + Orientation.VIDEO.id(),
            Origin.PAGE,
            "The character orientation is %1$s; it must be %2$s.",
            "portrait; Video",
            "Use one of the page's values."),
    REQUEST_IMAGE_COUNT(
            "request.image.count",
            "the number of reference_images",
            "",
            Origin.PAGE,
            "The request has %1$s; %2$s is allowed.",
            "two reference images; none: motion control without a character is hardly intended",
            "Use one image: the character."),
    REQUEST_VIDEO_COUNT(
            "request.video.count",
            "the number of reference_videos",
            "",
            Origin.PAGE,
            "The request has %1$s; %2$s is allowed.",
            "two reference videos; none: motion control without a motion is hardly intended",
            "Use one video: the motion."),
    REQUEST_IMAGE_URL(
            "request.image.url",
            "what the text of an image's URL says, without any network",
            "an absolute http(s) URL to a public host",
            Origin.OURS,
            "The service cannot fetch the image from this URL: %1$s. It needs %2$s.",
            "file:///photo.jpg; http://192.168.0.7/photo.jpg; a presigned URL that has expired",
            "Upload the image to a public host, and use its URL there."),
    REQUEST_VIDEO_URL(
            "request.video.url",
            "what the text of a video's URL says, without any network",
            "an absolute http(s) URL to a public host",
            Origin.PAGE,
            "The service cannot fetch the video from this URL: %1$s. It needs %2$s.",
            "data:video/mp4;base64,AAAA; http://localhost/clip.mp4; a presigned URL that has expired",
            "Upload the video to a public host, and use its URL there.");

    /** Who says so. */
    public enum Origin {
        /** A line of the service's published page. */
        PAGE("the published page"),
        /** Not on the page: without it nothing on the page can be told. */
        OURS("our reading");

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
    private final String bound;
    private final Origin origin;
    private final String sentence;
    private final String example;
    private final String remedy;

    RuleId(String id, String title, String bound, Origin origin, String sentence, String example, String remedy) {
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

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String bound(Limits limits) {
        return bound.isEmpty() ? RuleTexts.bound(this, limits) : bound;
    }

    public Origin origin() {
        return origin;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    /** What breaks the rule under these limits. */
    public String example(Limits limits) {
        return example.isEmpty() ? RuleTexts.example(this, limits) : example;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    @Override
    public String warning() {
        return switch (this) {
            case IMAGE_READABLE -> "The image header has a defect: %1$s. Some programs accept it, others do not.";
            case VIDEO_READABLE -> "The movie header has a defect: %1$s. Some programs accept it, others do not.";
            case VIDEO_DURATION_MAX ->
                sentence + " It is within the limit under one reading, and over it under another.";
            case IMAGE_NAME, VIDEO_NAME, REQUEST_JSON, REQUEST_IMAGE_COUNT, REQUEST_VIDEO_COUNT -> sentence;
            case REQUEST_IMAGE_URL ->
                "The service may be unable to fetch the image from this URL: %1$s. It needs %2$s.";
            case REQUEST_VIDEO_URL ->
                "The service may be unable to fetch the video from this URL: %1$s. It needs %2$s.";
            default -> sentence + " " + RuleTexts.EITHER;
        };
    }

    @Override
    public String uncertainty() {
        return switch (this) {
            case FILE_ACCESS -> sentence;
            case IMAGE_READABLE -> "It could not be determined whether the image can be read: %1$s.";
            case VIDEO_READABLE -> "It could not be determined whether the video can be read: %1$s.";
            case IMAGE_COMPLETE -> "It could not be determined whether the image is complete: %1$s.";
            case VIDEO_COMPLETE -> "It could not be determined whether the video is complete: %1$s.";
            case IMAGE_DECODABLE -> "It could not be determined whether the image decodes: %1$s.";
            case VIDEO_DECODABLE -> "It could not be determined whether the video decodes: %1$s.";
            case VIDEO_DURATION_MIN, VIDEO_DURATION_MAX ->
                "The duration of the video could not be determined (found: %1$s); allowed is %2$s.";
            default -> sentence + " " + RuleTexts.UNCERTAIN;
        };
    }

    /** The longest duration for one orientation, in words. */
    public static String seconds(Limits limits, Orientation orientation) {
        return limits.videoMaxSeconds(orientation).toDecimalString() + " s with "
                + RequestField.CHARACTER_ORIENTATION.key() + " " + orientation.id();
    }
}
