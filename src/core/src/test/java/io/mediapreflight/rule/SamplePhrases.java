package io.mediapreflight.rule;

import io.mediapreflight.fix.Step;
import io.mediapreflight.probe.Transfer;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Phrase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every piece of advice and every fix that depends on more than its rule, with values as they occur. */
final class SamplePhrases {
    private static final Phrase TWO = seconds("2.0");
    private static final Phrase FOUR = seconds("4.5");
    private static final Phrase STRETCH = Phrase.of("stretch").with("from", TWO).with("to", FOUR);

    private SamplePhrases() {}

    static List<Phrase> fixes() {
        return List.of(
                Phrase.of("fix.play"),
                Phrase.of("fix.rename").with("extension", "png"),
                Phrase.of("fix.rename-and-declare").with("extension", "png"),
                Phrase.of("fix.use-image"),
                Phrase.of("fix.use-video"),
                Phrase.of("fix.unencrypted"),
                Phrase.of("fix.one-file"),
                Phrase.of("fix.convert").with("formats", "JPEG or PNG"),
                Phrase.of("fix.no-scaling"),
                Phrase.of("fix.scale-up"),
                Phrase.of("fix.scale-down"),
                Phrase.of("fix.remux"),
                Phrase.of("fix.remux-one-track"),
                Phrase.of("fix.orientation-video"),
                Phrase.of("fix.trim-for-image").with("seconds", "30"),
                Phrase.of("fix.sign-again"),
                Phrase.of("fix.json"),
                Phrase.of("fix.report-to-rule-author"),
                Phrase.of("fix.model").with("model", "kling/kling-v3-motion-control"),
                Phrase.of("fix.add-image"),
                Phrase.of("fix.add-video"),
                Phrase.of("fix.archive"),
                Phrase.of("fix.error-page"),
                Phrase.of("fix.name-files"),
                Phrase.of("fix.check-name"),
                Phrase.of("fix.permission"),
                Phrase.of("fix.regular-file"),
                Phrase.of("fix.keep-open"),
                Phrase.of("fix.check-again"),
                Phrase.of("fix.check-as-file"),
                Phrase.of("fix.upload-again"),
                Phrase.of("fix.name-local-file").with("option", "--image-file"),
                Phrase.of("fix.one-of-two"),
                Phrase.of("fix.use-url"),
                Phrase.of("fix.serve-under-name"),
                Phrase.of("fix.fetch"),
                Phrase.of("fix.check-url-again"),
                Phrase.of("fix.public-url"),
                Phrase.of("fix.direct-link"),
                Phrase.of("fix.media-type"),
                Phrase.of("fix.serve-the-file"),
                Phrase.of("fix.serve-with-size"));
    }

    /** The steps of plans, and the reasons for which a file has none. */
    static List<Phrase> plans() {
        List<Phrase> plans = new ArrayList<>();
        for (Step step : steps()) {
            plans.add(step.phrase());
        }
        plans.add(Phrase.of("plan.needs-examination").with("format", Format.AVI.label()));
        plans.add(Phrase.of("plan.impossible.not-decoded").with("format", Format.SVG.label()));
        for (String reason : List.of(
                "unreadable",
                "incomplete",
                "broken",
                "kind",
                "own-rule",
                "short",
                "formats",
                "limits",
                "sides",
                "pixels",
                "animated-webp",
                "unknown")) {
            plans.add(Phrase.of("plan.impossible." + reason));
        }
        return plans;
    }

    private static List<Step> steps() {
        return List.of(
                new Step.Rename("jpg"),
                new Step.KeepTracks(Optional.of(1L)),
                new Step.FirstFrame(),
                new Step.Trim(new Fraction(49, 5)),
                new Step.CopyVideo("avc1"),
                new Step.CopyAudio(),
                new Step.EncodeVideo(35_872_000, false),
                new Step.EncodeAudio(128_000, false),
                new Step.EncodeAudio(128_000, true),
                new Step.StripMetadata(),
                new Step.EncodeJpeg(2),
                new Step.EncodePng(true),
                new Step.WholeImage(3024, 4032, true),
                new Step.TurnUpright(90, false),
                new Step.Deinterlace(),
                new Step.ToneMap(Transfer.HLG),
                new Step.Flatten(),
                new Step.Crop(300, 750),
                new Step.CropToAperture(1920, 1080),
                new Step.Scale(3840, 2160, false),
                new Step.Scale(454, 340, true),
                new Step.Pad(750, 300, Step.Pad.Colour.WHITE),
                new Step.Pad(340, 3850, Step.Pad.Colour.BLACK),
                new Step.Pad(750, 300, Step.Pad.Colour.TRANSPARENT));
    }

    static List<Advice> advice() {
        return List.of(
                new Advice(AdviceId.IMAGE_UNIFORM, luma("found.one-luma"), contrast()),
                new Advice(AdviceId.IMAGE_UNIFORM, luma("found.few-lumas"), contrast()),
                new Advice(
                        AdviceId.IMAGE_DARK,
                        luma("found.dark"),
                        Phrase.of("recommended.light").with("luma", 40)),
                new Advice(AdviceId.IMAGE_ALPHA, Phrase.of("found.by-header")),
                new Advice(AdviceId.IMAGE_ALPHA, Phrase.of("found.transparent-colours")),
                new Advice(AdviceId.IMAGE_ALPHA, Phrase.of("found.samples").with("samples", 4)),
                new Advice(AdviceId.IMAGE_ANIMATION, Phrase.of("found.frames")),
                new Advice(AdviceId.IMAGE_ANIMATION, TWO),
                new Advice(AdviceId.IMAGE_BIT_DEPTH, Phrase.of("found.bits").with("bits", 16)),
                new Advice(
                        AdviceId.VIDEO_CODEC,
                        Phrase.of("found.codec").with("name", "HEVC").with("codec", "hvc1.2.4.L123.B0")),
                new Advice(AdviceId.VIDEO_CODEC, Phrase.of("found.other-codec").with("codec", "SVQ3")),
                new Advice(AdviceId.VIDEO_BIT_DEPTH, Phrase.of("found.bits").with("bits", 10)),
                new Advice(AdviceId.VIDEO_HDR, Phrase.verbatim("HLG")),
                new Advice(AdviceId.VIDEO_FRAME_RATE, Phrase.of("found.rate").with("rate", new BigDecimal("29.97"))),
                new Advice(AdviceId.VIDEO_INTERLACED, Phrase.of("found.interlaced")),
                new Advice(AdviceId.VIDEO_OTHER_TRACK, Phrase.of("unit.px").with("value", "160x120")),
                new Advice(AdviceId.VIDEO_CUT, cuts("found.cut", List.of(TWO)), Phrase.of("recommended.shot")),
                new Advice(AdviceId.VIDEO_CUT, cuts("found.cuts", List.of(TWO, FOUR)), Phrase.of("recommended.shot")),
                new Advice(AdviceId.VIDEO_CAMERA, Phrase.of("times").with("times", List.of(STRETCH))),
                new Advice(
                        AdviceId.VIDEO_BLACK,
                        Phrase.of("times").with("times", List.of(STRETCH, STRETCH)),
                        Phrase.of("recommended.visible").with("shortest", seconds("0.5"))),
                new Advice(
                        AdviceId.VIDEO_FROZEN,
                        Phrase.of("times.more")
                                .with("times", List.of(STRETCH, STRETCH))
                                .with("more", 3),
                        Phrase.of("recommended.motion").with("shortest", seconds("2"))),
                new Advice(AdviceId.VIDEO_STILL, Phrase.of("found.one-frame"), continuous()),
                new Advice(AdviceId.VIDEO_STILL, Phrase.of("found.alike").with("frames", 40), continuous()),
                new Advice(AdviceId.VIDEO_MOTION_HIGH, fast("found.fast"), fast("recommended.steady")),
                new Advice(
                        AdviceId.VIDEO_SHOT,
                        shot("found.shot"),
                        Phrase.of("recommended.longer").with("min", TWO)),
                new Advice(
                        AdviceId.VIDEO_SHOT,
                        shot("found.no-shot"),
                        Phrase.of("recommended.longer").with("min", TWO)),
                new Advice(
                        AdviceId.REQUEST_SHAPES,
                        Phrase.of("found.shapes")
                                .with("image", "720x1280")
                                .with("imageShape", Phrase.of("shape.portrait"))
                                .with("video", "1280x720")
                                .with("videoShape", Phrase.of("shape.landscape")),
                        Phrase.of("recommended.shape").with("square", new BigDecimal("0.9"))),
                new Advice(AdviceId.PRIVACY_LOCATION, revealed("revealed", "revealed.position")),
                new Advice(AdviceId.PRIVACY_OWNER, revealed("revealed.more", "revealed.name")),
                new Advice(AdviceId.PRIVACY_DEVICE, revealed("revealed", "revealed.serial")));
    }

    private static Phrase luma(String key) {
        return Phrase.of(key)
                .with("percent", 99)
                .with("luma", 12)
                .with("darkest", 12)
                .with("brightest", 14);
    }

    private static Phrase contrast() {
        return Phrase.of("recommended.contrast").with("steps", 16);
    }

    private static Phrase continuous() {
        return Phrase.of("recommended.continuous").with("min", TWO);
    }

    private static Phrase cuts(String key, List<Phrase> times) {
        return Phrase.of(key)
                .with("count", times.size())
                .with("times", Phrase.of("times").with("times", times));
    }

    private static Phrase fast(String key) {
        return Phrase.of(key).with("seconds", TWO).with("speed", new BigDecimal("1.5"));
    }

    private static Phrase shot(String key) {
        return Phrase.of(key).with("length", TWO).with("stretch", STRETCH);
    }

    private static Phrase revealed(String key, String what) {
        return Phrase.of(key)
                .with(
                        "list",
                        List.of(Phrase.of(what)
                                .with("place", "48.1, 11.5")
                                .with("what", "Artist")
                                .with("name", "A. Person")
                                .with("number", "123456")
                                .with("where", "EXIF")));
    }

    private static Phrase seconds(String value) {
        return Phrase.of("unit.s").with("value", new BigDecimal(value).stripTrailingZeros());
    }
}
