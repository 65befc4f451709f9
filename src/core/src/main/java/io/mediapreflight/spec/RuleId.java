package io.mediapreflight.spec;

import io.mediapreflight.text.Messages;
import java.util.Arrays;
import java.util.Optional;

/**
 * The rules, in the order in which reports list them. Their texts are in {@link Messages}, by their public ids, so
 * that findings, {@code preflight rules} and the documentation agree.
 */
public enum RuleId implements RuleDescription {
    FILE_ACCESS("file.access", Origin.OURS),
    MEDIA_KIND("media.kind", Origin.PAGE),
    IMAGE_READABLE("image.readable", Origin.OURS),
    IMAGE_FORMAT("image.format", Origin.PAGE),
    IMAGE_NAME("image.name", Origin.OURS),
    IMAGE_COMPLETE("image.complete", Origin.OURS),
    IMAGE_SIZE("image.size", Origin.PAGE),
    IMAGE_DIMENSIONS("image.dimensions", Origin.PAGE),
    IMAGE_ASPECT_RATIO("image.aspect-ratio", Origin.PAGE),
    IMAGE_DECODABLE("image.decodable", Origin.OURS),
    VIDEO_READABLE("video.readable", Origin.OURS),
    VIDEO_CONTAINER("video.container", Origin.PAGE),
    VIDEO_NAME("video.name", Origin.OURS),
    VIDEO_COMPLETE("video.complete", Origin.OURS),
    VIDEO_SIZE("video.size", Origin.PAGE),
    VIDEO_DIMENSIONS("video.dimensions", Origin.PAGE),
    VIDEO_DURATION_MIN("video.duration.min", Origin.PAGE),
    VIDEO_DURATION_MAX("video.duration.max", Origin.PAGE),
    VIDEO_DECODABLE("video.decodable", Origin.OURS),
    REQUEST_JSON("request.json", Origin.PAGE),
    REQUEST_MODEL("request.model", Origin.PAGE),
    REQUEST_PROMPT_LENGTH("request.prompt.length", Origin.PAGE),
    REQUEST_RESOLUTION("request.resolution", Origin.PAGE),
    REQUEST_ORIENTATION("request.orientation", Origin.PAGE),
    REQUEST_IMAGE_COUNT("request.image.count", Origin.PAGE),
    REQUEST_VIDEO_COUNT("request.video.count", Origin.PAGE),
    REQUEST_IMAGE_URL("request.image.url", Origin.OURS),
    REQUEST_VIDEO_URL("request.video.url", Origin.PAGE),
    REQUEST_IMAGE_REACHABLE("request.image.reachable", Origin.PAGE),
    REQUEST_VIDEO_REACHABLE("request.video.reachable", Origin.PAGE);

    /** Where the rule comes from. */
    public enum Origin {
        /** The service's published page. */
        PAGE("origin.page"),
        /** Not on the page, but needed to check what is on it. */
        OURS("origin.ours");

        private final String key;

        Origin(String key) {
            this.key = key;
        }

        /** For people. */
        public String inWords() {
            return Messages.current().text(key);
        }
    }

    private final String id;
    private final Origin origin;

    RuleId(String id, Origin origin) {
        this.id = id;
        this.origin = origin;
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
        return Messages.current().text(id + ".title");
    }

    @Override
    public String bound(Limits limits) {
        return BoundText.of(this, Bounds.of(this, limits));
    }

    /** Whether the published page has the rule, or this project adds it. */
    public Origin origin() {
        return origin;
    }

    /** An example that breaks the rule under these limits. */
    public String example(Limits limits) {
        return RuleExamples.of(this, limits);
    }

    @Override
    public String remedy() {
        return Messages.current().text(id + ".fix");
    }
}
