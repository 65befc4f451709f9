package io.mediapreflight.rule;

import io.mediapreflight.opinion.Decoding;
import io.mediapreflight.opinion.MediaReading;
import io.mediapreflight.opinion.SecondOpinion;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.SizeLimit;
import io.mediapreflight.spec.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The rules that images and videos share, but for their ids and bounds. */
final class CommonRules {
    private static final String UNDECIDED_REMEDY =
            "Play it from beginning to end before you pay for it; after a timeout or a failed process, try again.";

    private final Limits limits;
    private final Findings findings;

    CommonRules(Limits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    void judgeReadable(RuleId rule, Probed probed) {
        Outcome outcome = Outcome.PASS;
        for (Malformed defect : probed.defects()) {
            outcome = outcome.worse(outcome(defect.gravity()));
        }
        if (outcome != Outcome.PASS) {
            Actual actual = new Actual(
                    listed(probed.defects()),
                    probed.defects().stream().map(CommonRules::code).toList());
            findings.add(rule, outcome, actual, rule.bound(limits), Optional.empty(), Fix.of(rule.remedy()));
        }
    }

    private static Measured code(Malformed defect) {
        return Measured.name("malformation", defect.code().name());
    }

    /** For the width and the height each. */
    static Bound sides(Span side) {
        return Bound.between(Fraction.of(side.min()), Fraction.of(side.max()), Bound.PIXELS);
    }

    private static Outcome outcome(Malformed.Gravity gravity) {
        return switch (gravity) {
            case TOLERATED -> Outcome.WARN;
            case UNDECIDED -> Outcome.UNKNOWN;
            case BROKEN -> Outcome.FAIL;
        };
    }

    private static String listed(List<Malformed> defects) {
        StringBuilder list = new StringBuilder();
        for (Malformed defect : defects) {
            list.append(list.isEmpty() ? "" : "; ").append(defect);
        }
        return list.toString();
    }

    /**
     * Whether another finding says why facts are missing: a header that nothing can make sense of or that goes on beyond a
     * bound, or the size of a stream of which only the beginning was kept.
     */
    static boolean explainsMissingFacts(Probed probed, ByteCount bytes, SizeLimit limit) {
        for (Malformed defect : probed.defects()) {
            if (defect.gravity() != Malformed.Gravity.TOLERATED) {
                return true;
            }
        }
        return !bytes.isExact() && bytes.atLeast() > limit.generousBytes();
    }

    /** A rule that cannot be judged, since the header does not say what it is about. */
    void addMissing(RuleId... rules) {
        for (RuleId rule : rules) {
            findings.add(rule, Outcome.UNKNOWN, "not given by its header", rule.bound(limits), Fix.of(rule.remedy()));
        }
    }

    /** Whether a file is whole; unless its format is accepted, it is no finding where that could not be determined. */
    void judgeComplete(RuleId rule, Optional<Completeness> completeness, boolean isAccepted) {
        if (completeness.isEmpty() || completeness.get() instanceof Completeness.Whole) {
            return;
        }
        if (completeness.get() instanceof Completeness.CutOff cut) {
            String missing = cut.missingBytes() > 0 ? "it lacks at least " + bytes(cut.missingBytes()) + ": " : "";
            List<Measured> measured = new ArrayList<>(List.of(code(cut.where())));
            if (cut.missingBytes() > 0) {
                measured.add(Measured.number("missing", Fraction.of(cut.missingBytes()), Bound.BYTES));
            }
            Actual actual = new Actual(missing + cut.where(), measured);
            findings.add(rule, Outcome.FAIL, actual, rule.bound(limits), Optional.empty(), Fix.of(rule.remedy()));
        } else if (isAccepted && completeness.get() instanceof Completeness.Undecided undecided) {
            Actual actual = new Actual(undecided.where().toString(), List.of(code(undecided.where())));
            findings.add(rule, Outcome.UNKNOWN, actual, rule.bound(limits), Optional.empty(), Fix.of(rule.remedy()));
        }
    }

    /** Judged only where a decoder was asked. */
    void judgeDecodable(RuleId rule, SecondOpinion opinion) {
        if (opinion.decoding() instanceof Decoding.Broken broken) {
            String where = broken.at()
                    .map(seconds -> ", at " + seconds.toDecimalString() + " s")
                    .orElse("");
            String actual = broken.what() + where + " (" + opinion.by() + ")";
            List<Measured> measured = broken.at()
                    .map(seconds -> List.of(Measured.number("broken", seconds, Bound.SECONDS)))
                    .orElse(List.of());
            findings.add(
                    rule,
                    Outcome.FAIL,
                    new Actual(actual, measured),
                    rule.bound(limits),
                    Optional.empty(),
                    Fix.of(rule.remedy()));
        } else if (opinion.decoding() instanceof Decoding.Undecided undecided) {
            String actual = undecided.why();
            findings.add(rule, Outcome.UNKNOWN, actual, rule.bound(limits), Fix.of(UNDECIDED_REMEDY));
        }
    }

    /**
     * What a decoder takes a file for that is accepted by its headers, where that is something else which is not accepted:
     * a file that two programs take for two things.
     */
    static Optional<Format> otherwise(Format content, Optional<SecondOpinion> opinion, Predicate<Format> accepted) {
        return opinion.flatMap(SecondOpinion::reading)
                .flatMap(MediaReading::format)
                .filter(format -> format != content && !accepted.test(format));
    }

    void judgeSize(RuleId rule, ByteCount bytes, SizeLimit limit, Supplier<Fix> fix) {
        Readings readings = new Readings();
        if (bytes.atMost() <= limit.generousBytes() || bytes.atLeast() > limit.strictBytes()) {
            addSize(readings, bytes, limit.strictBytes());
            addSize(readings, bytes, limit.generousBytes());
        } else {
            readings.addMissing();
        }
        Outcome outcome = readings.outcome();
        if (outcome != Outcome.PASS) {
            String bound = limit.isExact()
                    ? rule.bound(limits)
                    : rule.bound(limits) + " (" + grouped(limit.strictBytes()) + " or " + grouped(limit.generousBytes())
                            + " bytes)";
            Bound numbers =
                    Bound.atMost(Fraction.of(limit.strictBytes()), Fraction.of(limit.generousBytes()), Bound.BYTES);
            Measured measured =
                    Measured.number(bytes.isExact() ? "file" : "atLeast", Fraction.of(bytes.atLeast()), Bound.BYTES);
            Actual actual = new Actual(size(bytes), List.of(measured));
            findings.add(rule, outcome, actual, bound, Optional.of(numbers), fix.get());
        }
    }

    private static void addSize(Readings readings, ByteCount bytes, long bound) {
        if (bytes.atLeast() > bound) {
            readings.add(false);
        } else if (bytes.atMost() <= bound) {
            readings.add(true);
        } else {
            readings.addMissing();
        }
    }

    private static String size(ByteCount bytes) {
        if (bytes.isExact()) {
            return bytes(bytes.atLeast());
        }
        return "at least " + bytes(bytes.atLeast())
                + (bytes.atMost() == Long.MAX_VALUE
                        ? " (the rest was not read)"
                        : " and at most " + bytes(bytes.atMost()));
    }

    void judgeName(RuleId rule, Format content, Subject subject) {
        Optional<Format> byName = other(subject.promisedByName(), content);
        Optional<Format> byType = other(subject.promisedByMediaType(), content);
        if (byName.isEmpty() && byType.isEmpty()) {
            return;
        }
        String actual = content.label()
                + byName.map(format -> ", and its name says " + format.label()).orElse("")
                + byType.map(format -> ", and its media type says " + format.label())
                        .orElse("");
        List<Measured> measured = new ArrayList<>(List.of(Measured.name("content", content.id())));
        byName.ifPresent(format -> measured.add(Measured.name("name", format.id())));
        byType.ifPresent(format -> measured.add(Measured.name("mediaType", format.id())));
        findings.add(
                rule,
                Outcome.WARN,
                new Actual(actual, measured),
                rule.bound(limits),
                Optional.empty(),
                Fix.of(
                        "Rename it to ." + content.extensions().get(0) + ", and declare its real media type.",
                        "mv",
                        "--",
                        Fix.INPUT,
                        Fix.STEM + "." + content.extensions().get(0)));
    }

    /** What was promised, where that is another format of the same kind. */
    private static Optional<Format> other(Optional<Format> promised, Format content) {
        return promised.isPresent()
                        && promised.get() != content
                        && promised.get().kind() == content.kind()
                ? promised
                : Optional.empty();
    }

    static String bytes(long count) {
        return grouped(count) + (count == 1 ? " byte" : " bytes");
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
