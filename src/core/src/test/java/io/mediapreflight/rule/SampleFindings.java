package io.mediapreflight.rule;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.spec.Bound;
import io.mediapreflight.spec.Bounds;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.OwnRule;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A finding for each rule, severity and variant that there is a sentence for, with values as they occur. */
final class SampleFindings {
    private static final Limits LIMITS = Limits.klingV3MotionControl();
    private static final Malformed CHUNK =
            Malformed.broken(MalformedCode.CHUNK_RUNS_PAST_END, 33, Phrase.of("defects:png.chunk-past-end"), "PNG 5.6");
    private static final Malformed MOOV = Malformed.broken(
            MalformedCode.MISSING_MOOV, 300_000, Phrase.of("defects:mp4.no-moov"), "ISO/IEC 14496-12 8.2.1");

    private final Findings rules = new Findings(LIMITS);
    private final List<Finding> all = new ArrayList<>();

    static List<Finding> all() {
        SampleFindings samples = new SampleFindings();
        samples.access();
        samples.structure(RuleId.IMAGE_READABLE, RuleId.IMAGE_COMPLETE, CHUNK);
        samples.images();
        samples.structure(RuleId.VIDEO_READABLE, RuleId.VIDEO_COMPLETE, MOOV);
        samples.containers();
        samples.videos();
        samples.durations();
        samples.requests();
        samples.urls();
        samples.all.add(Finding.of(
                new OwnRule("acme/logo", "the logo", "the current logo", "Export it again."),
                Outcome.FAIL,
                "the old logo"));
        return samples.all;
    }

    private void access() {
        for (String why : List.of(
                "missing",
                "denied",
                "directory",
                "directory-for-file",
                "special",
                "interrupted",
                "closed",
                "unexplained",
                "impossible-name",
                "object",
                "url",
                "not-fetched",
                "not-reached",
                "embedded-and-file",
                "not-base64",
                "written",
                "changed")) {
            say(RuleId.FILE_ACCESS, Outcome.UNKNOWN, Phrase.of("access." + why));
        }
        for (String why : List.of("reason", "failed", "not-kept")) {
            say(RuleId.FILE_ACCESS, Outcome.UNKNOWN, Phrase.of("access." + why).with("reason", "Input/output error"));
        }
        say(RuleId.FILE_ACCESS, Outcome.UNKNOWN, Phrase.of("access.defect"));
        say(RuleId.FILE_ACCESS, Outcome.UNKNOWN, Phrase.of("access.timeout").with("seconds", "30"));
        say(RuleId.FILE_ACCESS, Outcome.UNKNOWN, Phrase.of("access.upload-ended"));
        say(RuleId.FILE_ACCESS, Outcome.UNKNOWN, Phrase.of("access.upload-not-kept"));
        say(
                RuleId.FILE_ACCESS,
                Outcome.UNKNOWN,
                Phrase.of("access.upload-size").with("received", 1_048_576).with("declared", 2_500_000));
        for (String why : List.of("upload.not-arrived", "upload.not-kept")) {
            Phrase reason =
                    Phrase.of("access.reason").with("reason", Phrase.of(why).toString());
            say(RuleId.FILE_ACCESS, Outcome.UNKNOWN, reason);
        }
        say(
                RuleId.FILE_ACCESS,
                Outcome.UNKNOWN,
                Phrase.of("own-rule-failed")
                        .with("rule", "acme/logo")
                        .with(
                                "reason",
                                Phrase.of("own-rule-failed.other")
                                        .with("other", "acme/size")
                                        .toString()));
        say(
                RuleId.FILE_ACCESS,
                Outcome.UNKNOWN,
                Phrase.of("own-rule-failed")
                        .with("rule", "acme/logo")
                        .with("reason", Phrase.of("own-rule-failed.unexplained").toString()));
        for (String other : List.of("pdf", "html", "zip", "gzip", "tar", "bzip2", "xz", "zstd", "7z", "rar", "text")) {
            kind(other, "other", "image", "video");
        }
        kind("mp3", "audio", "video");
        kind("jpeg", "image", "video");
        kind("mp4", "video", "image");
        kind("jpeg", "image", "audio");
        kind("jpeg", "image", "other");
        all.add(rules.of(RuleId.MEDIA_KIND, Outcome.FAIL)
                .dueTo(List.of(
                        Malformed.broken(MalformedCode.UNKNOWN_FORMAT, 0, Phrase.of("defects:any.unknown"), "none"))));
    }

    private void kind(String content, String kind, String... expected) {
        all.add(rules.of(RuleId.MEDIA_KIND, Outcome.FAIL)
                .measuring(List.of(Measured.name("content", content)))
                .within(Optional.of(Bound.oneOf(List.of(expected))))
                .detailed(Phrase.of("kind.is." + kind)));
    }

    private void structure(RuleId readable, RuleId complete, Malformed defect) {
        for (Outcome severity : List.of(Outcome.FAIL, Outcome.WARN, Outcome.UNKNOWN)) {
            all.add(rules.of(readable, severity).dueTo(List.of(defect)));
        }
        for (long bytes : new long[] {1, 9525}) {
            all.add(rules.of(complete, Outcome.FAIL)
                    .measuring(List.of(Measured.number("missing", Fraction.of(bytes), Bound.BYTES)))
                    .dueTo(List.of(defect)));
        }
        all.add(rules.of(complete, Outcome.FAIL).dueTo(List.of(defect)));
        all.add(rules.of(complete, Outcome.UNKNOWN).dueTo(List.of(defect)));
        say(complete, Outcome.UNKNOWN, Phrase.of("not-given"));
    }

    private void images() {
        names(RuleId.IMAGE_FORMAT, Outcome.FAIL, "content", "webp");
        names(RuleId.IMAGE_FORMAT, Outcome.WARN, "content", "jpeg", "decoder", "bmp");
        promised(RuleId.IMAGE_NAME, "png", "jpeg");
        sizes(RuleId.IMAGE_SIZE, 10_485_761, 10_300_000);
        all.add(rules.of(RuleId.IMAGE_DIMENSIONS, Outcome.FAIL).measuring(sides("header", 299, 400)));
        sides(RuleId.IMAGE_DIMENSIONS, "header", "decoder");
        numbers(RuleId.IMAGE_ASPECT_RATIO, Outcome.FAIL, Bound.RATIO, "header", new Fraction(1600, 300));
        Fraction wide = new Fraction(1000, 2501);
        numbers(RuleId.IMAGE_ASPECT_RATIO, Outcome.FAIL, Bound.RATIO, "header", wide, "decoder", new Fraction(1, 3));
        numbers(RuleId.IMAGE_ASPECT_RATIO, Outcome.WARN, Bound.RATIO, "header", wide, "decoder", new Fraction(2, 5));
        say(RuleId.IMAGE_DIMENSIONS, Outcome.UNKNOWN, Phrase.of("not-given"));
        say(RuleId.IMAGE_ASPECT_RATIO, Outcome.UNKNOWN, Phrase.of("not-given"));
        decoding(RuleId.IMAGE_DECODABLE, "the image data are damaged");
    }

    private void promised(RuleId rule, String content, String other) {
        List<Measured> measured = List.of(
                Measured.name("content", content), Measured.name("name", other), Measured.name("mediaType", other));
        for (String says : List.of("says.name", "says.type", "says.both")) {
            all.add(rules.of(rule, Outcome.WARN).measuring(measured).detailed(Phrase.of(says)));
        }
    }

    private void sizes(RuleId rule, long tooLarge, long doubtful) {
        numbers(rule, Outcome.FAIL, Bound.BYTES, "file", Fraction.of(tooLarge));
        numbers(rule, Outcome.FAIL, Bound.BYTES, "atLeast", Fraction.of(tooLarge));
        numbers(rule, Outcome.WARN, Bound.BYTES, "file", Fraction.of(doubtful));
        numbers(rule, Outcome.UNKNOWN, Bound.BYTES, "atLeast", Fraction.of(1));
    }

    private void sides(RuleId rule, String one, String other) {
        List<Measured> both = new ArrayList<>(sides(one, 299, 400));
        both.addAll(sides(other, 640, 480));
        all.add(rules.of(rule, Outcome.FAIL).measuring(both));
        all.add(rules.of(rule, Outcome.WARN).measuring(both));
    }

    private static List<Measured> sides(String reading, long width, long height) {
        return List.of(
                Measured.side(reading, "width", Fraction.of(width)),
                Measured.side(reading, "height", Fraction.of(height)));
    }

    private void decoding(RuleId rule, String what) {
        Phrase broken = Phrase.of("decoding.broken").with("what", what).with("by", "FFmpeg");
        say(rule, Outcome.FAIL, broken);
        say(
                rule,
                Outcome.UNKNOWN,
                Phrase.of("decoding.undecided").with("why", "the decoder took more than 30 s for this file"));
        say(
                rule,
                Outcome.UNKNOWN,
                Phrase.of("decoding.undecided")
                        .with("why", Phrase.of("decoding.no-file").toString()));
        all.add(rules.of(rule, Outcome.FAIL)
                .measuring(List.of(Measured.number("broken", new Fraction(9, 2), Bound.SECONDS)))
                .detailed(new Phrase("decoding.broken.at", broken.values())));
    }

    private void containers() {
        List<Measured> measured = List.of(
                Measured.name("content", "mp4"), Measured.number("enabledVideoTracks", Fraction.of(2), Bound.TRACKS));
        for (String detail : List.of("other", "image", "no-video")) {
            all.add(rules.of(RuleId.VIDEO_CONTAINER, Outcome.FAIL)
                    .measuring(List.of(Measured.name("content", detail.equals("image") ? "gif" : "mkv")))
                    .detailed(Phrase.of("container." + detail)));
        }
        for (String detail : List.of("brand", "compatible-brand", "tracks", "disabled-track")) {
            all.add(rules.of(RuleId.VIDEO_CONTAINER, Outcome.WARN)
                    .measuring(measured)
                    .detailed(Phrase.of("container." + detail).with("brand", "3gp5")));
        }
        names(RuleId.VIDEO_CONTAINER, Outcome.WARN, "content", "mp4", "decoder", "flv");
        promised(RuleId.VIDEO_NAME, "mov", "mp4");
    }

    private void videos() {
        sizes(RuleId.VIDEO_SIZE, 104_857_601, 103_000_000);
        all.add(rules.of(RuleId.VIDEO_DIMENSIONS, Outcome.FAIL).measuring(sides("coded", 320, 240)));
        for (String other :
                List.of("displayed", "trackHeader", "codecConfiguration", "decoderCoded", "decoderDisplayed")) {
            sides(RuleId.VIDEO_DIMENSIONS, "coded", other);
        }
        say(RuleId.VIDEO_DIMENSIONS, Outcome.UNKNOWN, Phrase.of("not-given"));
        decoding(RuleId.VIDEO_DECODABLE, "the last frame cannot be decoded");
    }

    private void durations() {
        Fraction under = new Fraction(2990, 1000);
        Fraction over = new Fraction(1003, 100);
        for (RuleId rule : List.of(RuleId.VIDEO_DURATION_MIN, RuleId.VIDEO_DURATION_MAX)) {
            Fraction broken = rule == RuleId.VIDEO_DURATION_MIN ? under : Fraction.of(31);
            Fraction fine = Fraction.of(9);
            numbers(rule, Outcome.FAIL, Bound.SECONDS, "container", broken);
            numbers(rule, Outcome.FAIL, Bound.SECONDS, "container", broken, "videoTrack", broken.plus(fine));
            numbers(rule, Outcome.WARN, Bound.SECONDS, "container", broken, "videoTrack", fine);
            numbers(rule, Outcome.FAIL, Bound.SECONDS, "videoTrack", broken, "videoMedia", broken.plus(fine));
            numbers(rule, Outcome.WARN, Bound.SECONDS, "videoTrack", broken.min(fine), "videoMedia", broken.max(fine));
            numbers(rule, Outcome.UNKNOWN, Bound.SECONDS, "container", fine);
            all.add(rules.of(rule, Outcome.UNKNOWN));
            say(rule, Outcome.UNKNOWN, Phrase.of("not-given"));
        }
        numbers(RuleId.VIDEO_DURATION_MAX, Outcome.WARN, Bound.SECONDS, "container", Fraction.of(12));
        numbers(
                RuleId.VIDEO_DURATION_MAX,
                Outcome.WARN,
                Bound.SECONDS,
                "container",
                Fraction.of(8),
                "videoTrack",
                Fraction.of(9),
                "videoMedia",
                over);
        for (String reading : List.of(
                "longestTrack",
                "videoSamples",
                "secondMovie",
                "decoderContainer",
                "decoderVideoTrack",
                "decodedFrames")) {
            all.add(rules.of(RuleId.VIDEO_DURATION_MAX, Outcome.WARN)
                    .measuring(List.of(
                            Measured.number("videoTrack", new Fraction(499, 50), Bound.SECONDS),
                            Measured.number(reading, over, Bound.SECONDS)))
                    .within(Optional.of(Bounds.longest(LIMITS, Orientation.IMAGE))));
        }
    }

    private void requests() {
        bodies();
        say(RuleId.REQUEST_MODEL, Outcome.FAIL, Phrase.of("absent"));
        say(RuleId.REQUEST_MODEL, Outcome.FAIL, Phrase.of("quoted").with("value", "kling-v3"));
        String unit = Bound.CHARACTERS;
        RuleId prompt = RuleId.REQUEST_PROMPT_LENGTH;
        numbers(prompt, Outcome.FAIL, unit, "unicode", Fraction.of(2501), "utf16", Fraction.of(2501));
        numbers(prompt, Outcome.FAIL, unit, "unicode", Fraction.of(2600), "utf16", Fraction.of(2601));
        numbers(prompt, Outcome.WARN, unit, "unicode", Fraction.of(2400), "utf16", Fraction.of(4800));
        say(RuleId.REQUEST_RESOLUTION, Outcome.FAIL, Phrase.of("quoted").with("value", "720p"));
        say(RuleId.REQUEST_ORIENTATION, Outcome.FAIL, Phrase.of("quoted").with("value", "portrait"));
        counts(RuleId.REQUEST_IMAGE_COUNT, "image");
        counts(RuleId.REQUEST_VIDEO_COUNT, "video");
    }

    private void bodies() {
        Phrase syntax =
                Phrase.of("request-defect.not-json").with("reason", "Unexpected end-of-input (line 3, column 1)");
        Phrase array = Phrase.of("request-defect.body").with("kind", "an array");
        for (Phrase what : List.of(syntax, array, Phrase.of("request-defect.byte-order-mark"))) {
            say(RuleId.REQUEST_JSON, Outcome.FAIL, Phrase.of("request-defect").with("what", what));
        }
        body(Outcome.FAIL, "model", Phrase.of("request-defect.missing"));
        body(Outcome.FAIL, "prompt", Phrase.of("request-defect.twice"));
        for (String expected : List.of("flag", "object", "references", "reference", "string")) {
            Phrase type = Phrase.of("request-defect.expected." + expected);
            Phrase mistyped = Phrase.of("request-defect.mistyped").with("kind", "a number");
            body(Outcome.FAIL, "extra_params.x", mistyped.with("expected", type));
            Phrase isNull = Phrase.of("request-defect.null").with("kind", "null");
            body(Outcome.FAIL, "extra_params.x", isNull.with("expected", type));
        }
        body(Outcome.WARN, "seed", Phrase.of("request-defect.unknown"));
        body(
                Outcome.WARN,
                "extra_params.character_orientaton",
                Phrase.of("request-defect.unknown-meant").with("name", "character_orientation"));
    }

    private void body(Outcome severity, String place, Phrase what) {
        say(
                RuleId.REQUEST_JSON,
                severity,
                Phrase.of("request-defect.at").with("place", place).with("what", what));
    }

    private void counts(RuleId rule, String kind) {
        say(rule, Outcome.FAIL, Phrase.of("count.many." + kind).with("count", 2));
        say(rule, Outcome.FAIL, Phrase.of("count.none-for-file." + kind));
        say(rule, Outcome.WARN, Phrase.of("count.none." + kind));
    }

    private void urls() {
        Phrase defects = Phrase.of("url-defects")
                .with(
                        "defects",
                        List.of(
                                Phrase.of("url:relative"),
                                Phrase.of("url:address")
                                        .with("address", "127.0.0.1")
                                        .with("block", Phrase.of("url:block.loopback"))
                                        .with("range", "127.0.0.0/8")));
        for (Outcome severity : List.of(Outcome.FAIL, Outcome.WARN)) {
            say(RuleId.REQUEST_IMAGE_URL, severity, defects);
            say(RuleId.REQUEST_VIDEO_URL, severity, defects);
        }
        say(RuleId.REQUEST_IMAGE_URL, Outcome.WARN, Phrase.of("embedded.image"));
        say(RuleId.REQUEST_VIDEO_URL, Outcome.FAIL, Phrase.of("embedded.video"));
        for (RuleId rule :
                List.of(RuleId.FILE_ACCESS, RuleId.REQUEST_IMAGE_REACHABLE, RuleId.REQUEST_VIDEO_REACHABLE)) {
            served(rule);
        }
    }

    private void served(RuleId rule) {
        Phrase type = Phrase.of("reachable.type").with("type", "text/html").with("format", "JPEG");
        say(rule, Outcome.WARN, type);
        say(rule, Outcome.FAIL, Phrase.of("reachable.html"));
        say(rule, Outcome.FAIL, Phrase.of("reachable.html-page").with("page", page()));
        say(rule, Outcome.FAIL, Phrase.of("reachable.html-elsewhere").with("url", "https://example.com/login"));
        say(
                rule,
                Outcome.FAIL,
                Phrase.of("reachable.other-size").with("size", 1000).with("local", 2000));
        say(rule, Outcome.FAIL, Phrase.of("reachable.other-bytes").with("offset", 1000));
        say(rule, Outcome.FAIL, Phrase.of("reachable.other-digest").with("algorithm", "SHA-256"));
        say(rule, Outcome.UNKNOWN, Phrase.of("reachable.size-unknown"));
    }

    private static Phrase page() {
        return Phrase.of("url:share-page")
                .with("service", "Dropbox")
                .with("link", Phrase.of("url:share-page.direct").with("form", "https://www.dropbox.com/s/a?dl=1"));
    }

    private void say(RuleId rule, Outcome severity, Phrase detail) {
        all.add(rules.of(rule, severity).detailed(detail));
    }

    private void names(RuleId rule, Outcome severity, String... readingsAndNames) {
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < readingsAndNames.length; i += 2) {
            measured.add(Measured.name(readingsAndNames[i], readingsAndNames[i + 1]));
        }
        all.add(rules.of(rule, severity).measuring(measured));
    }

    private void numbers(RuleId rule, Outcome severity, String unit, Object... readingsAndNumbers) {
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < readingsAndNumbers.length; i += 2) {
            measured.add(Measured.number((String) readingsAndNumbers[i], (Fraction) readingsAndNumbers[i + 1], unit));
        }
        all.add(rules.of(rule, severity).measuring(measured));
    }
}
