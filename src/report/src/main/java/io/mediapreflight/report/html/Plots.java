package io.mediapreflight.report.html;

import io.mediapreflight.Verdict;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.SizeLimit;
import io.mediapreflight.text.Phrase;
import java.util.EnumSet;
import java.util.Set;

/** What is plotted: durations, the sides of videos, the aspect ratios of images, and sizes, each beside the limits in force. */
final class Plots {
    private static final int STEPS = 16;
    private static final int STEPS_OF_SIDES = 8; // squares, which are seen as such

    private static final Set<RuleId> DURATION = EnumSet.of(RuleId.VIDEO_DURATION_MIN, RuleId.VIDEO_DURATION_MAX);
    private static final Set<RuleId> SIDES = EnumSet.of(RuleId.VIDEO_DIMENSIONS);
    private static final Set<RuleId> RATIO = EnumSet.of(RuleId.IMAGE_ASPECT_RATIO);
    private static final Set<RuleId> SIZE = EnumSet.of(RuleId.IMAGE_SIZE, RuleId.VIDEO_SIZE);

    private final Limits limits;
    private final Series durations = new Series(Bins.ofValues(STEPS));
    private final Series sides = new Series(Bins.ofPairs(STEPS_OF_SIDES));
    private final Series ratios = new Series(Bins.ofValues(STEPS));
    private final Series imageSizes = new Series(Bins.ofValues(STEPS));
    private final Series videoSizes = new Series(Bins.ofValues(STEPS));

    Plots(Limits limits) {
        this.limits = limits;
    }

    /** The values of one kind. */
    private static final class Series {
        private final Bins bins;
        private final Points points = new Points();
        private double smallest = Double.MAX_VALUE;
        private double largest;

        Series(Bins bins) {
            this.bins = bins;
        }

        void add(double value, Outcome outcome, Label label) {
            if (value > 0) {
                bins.add(value, outcome);
                range(value);
                points.add(value, 0, outcome, label);
            }
        }

        void add(double x, double y, Outcome outcome, Label label) {
            if (x > 0 && y > 0) {
                bins.add(x, y, outcome);
                range(x);
                range(y);
                points.add(x, y, outcome, label);
            }
        }

        private void range(double value) {
            smallest = Math.min(smallest, value);
            largest = Math.max(largest, value);
        }

        void write(PageJson json, Texts texts, boolean isPair) {
            json.key("count").number(points.count());
            if (points.count() > 0) {
                json.key("from").number(smallest).key("to").number(largest);
            }
            json.key("bins");
            if (isPair) {
                bins.writePairs(json);
            } else {
                bins.write(json);
            }
            json.key("points");
            points.write(json, texts, isPair);
        }
    }

    /** Adds a file that was judged. */
    void add(Verdict file, FigureSink figures, Label label) {
        Kind kind = file.kind().orElse(Kind.OTHER);
        if (kind == Kind.VIDEO) {
            Fraction seconds = figures.seconds().orElse(Fraction.of(0));
            durations.add(value(seconds), worst(file, DURATION), label);
            sides.add((double) figures.width(), (double) figures.height(), worst(file, SIDES), label);
            videoSizes.add((double) figures.bytes(), worst(file, SIZE), label);
        } else if (kind == Kind.IMAGE) {
            double ratio = figures.height() == 0 ? 0 : (double) figures.width() / figures.height();
            ratios.add(ratio, worst(file, RATIO), label);
            imageSizes.add((double) figures.bytes(), worst(file, SIZE), label);
        }
    }

    private static double value(Fraction number) {
        return (double) number.numerator() / number.denominator();
    }

    private static Outcome worst(Verdict file, Set<RuleId> rules) {
        Outcome worst = Outcome.PASS;
        for (Finding finding : file.findings()) {
            if (finding.rule() instanceof RuleId rule && rules.contains(rule)) {
                worst = worst.worse(finding.severity());
            }
        }
        return worst;
    }

    /** All of them, as a list. */
    void write(PageJson json, Texts texts) {
        json.startArray();
        start(json, "durations", "strip", STEPS);
        lane(json, durations, texts, this::durationLines);
        end(json);
        start(json, "sides", "square", STEPS_OF_SIDES);
        json.startObject().key("min").number(limits.videoSide().min());
        json.key("max").number(limits.videoSide().max());
        sides.write(json, texts, true);
        json.endObject();
        end(json);
        start(json, "ratios", "strip", STEPS);
        lane(json, ratios, texts, this::ratioLines);
        end(json);
        start(json, "sizes", "strip", STEPS);
        json.startObject().key("name").text(Phrase.of("report:html.plot.images").toString());
        lines(json, imageSizes, texts, each -> sizeLines(each, limits.imageSize()));
        json.startObject().key("name").text(Phrase.of("report:html.plot.videos").toString());
        lines(json, videoSizes, texts, each -> sizeLines(each, limits.videoSize()));
        end(json);
        json.endArray();
    }

    private static void start(PageJson json, String id, String form, int steps) {
        json.startObject()
                .key("id")
                .text(id)
                .key("form")
                .text(form)
                .key("steps")
                .number(steps);
        json.key("title").text(Phrase.of("report:html.plot.title-" + id).toString());
        json.key("lanes").startArray();
    }

    private static void end(PageJson json) {
        json.endArray().endObject();
    }

    /** Writes the lines of a lane. */
    private interface Lines {
        void write(PageJson json);
    }

    private static void lane(PageJson json, Series series, Texts texts, Lines lines) {
        json.startObject();
        lines(json, series, texts, lines);
    }

    private static void lines(PageJson json, Series series, Texts texts, Lines lines) {
        json.key("lines").startArray();
        lines.write(json);
        json.endArray();
        series.write(json, texts, false);
        json.endObject();
    }

    private void durationLines(PageJson json) {
        line(json, "min", limits.videoMinSeconds(), seconds("report:html.plot.min-seconds", limits.videoMinSeconds()));
        Fraction image = limits.videoMaxSeconds(Orientation.IMAGE);
        Fraction video = limits.videoMaxSeconds(Orientation.VIDEO);
        line(json, image.isAtMost(video) ? "reading" : "max", image, seconds("report:html.plot.max-image", image));
        line(json, video.isAtMost(image) ? "reading" : "max", video, seconds("report:html.plot.max-video", video));
    }

    private static Phrase seconds(String key, Fraction bound) {
        return Phrase.of(key).with("seconds", bound.toDecimal());
    }

    private void ratioLines(PageJson json) {
        Fraction ratio = limits.imageAspectRatio().reduced();
        String number = ratio.toDecimalString();
        Fraction inverse = new Fraction(ratio.denominator(), Math.max(1, ratio.numerator()));
        line(json, "min", inverse, Phrase.verbatim("1:" + number));
        line(json, "max", ratio, Phrase.verbatim(number + ":1"));
    }

    private static void sizeLines(PageJson json, SizeLimit limit) {
        if (limit.isExact()) {
            line(json, "max", Fraction.of(limit.strictBytes()), Phrase.verbatim(limit.toString()));
        } else {
            line(json, "reading", Fraction.of(limit.strictBytes()), Phrase.verbatim(limit.toString()));
            line(json, "max", Fraction.of(limit.generousBytes()), Phrase.verbatim(""));
        }
    }

    private static void line(PageJson json, String kind, Fraction at, Phrase label) {
        json.startObject().key("kind").text(kind).key("at").number(at);
        json.key("label").text(label.toString()).endObject();
    }
}
