package io.mediapreflight.rule;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.MediaReading;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.spec.Bound;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.SizeLimit;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules that images and videos share, apart from their ids and bounds. */
final class CommonRules {
    private static final Phrase NOT_GIVEN = Phrase.of("not-given");

    private final Findings findings;

    CommonRules(Findings findings) {
        this.findings = findings;
    }

    void judgeReadable(RuleId rule, Probed probed) {
        Outcome outcome = Outcome.PASS;
        for (Malformed defect : probed.defects()) {
            outcome = outcome.worse(outcome(defect.gravity()));
        }
        if (outcome != Outcome.PASS) {
            List<Measured> codes =
                    probed.defects().stream().map(CommonRules::code).toList();
            findings.add(findings.of(rule, outcome)
                    .measuring(codes)
                    .dueTo(probed.defects())
                    .fixedBy(fix(rule, probed.defects())));
        }
    }

    /** Another copy of the same file would be encrypted again, and would lack its frames again. */
    private static Fix fix(RuleId rule, List<Malformed> defects) {
        for (Malformed defect : defects) {
            switch (defect.code()) {
                case ENCRYPTED -> {
                    return Fix.of(Phrase.of("fix.unencrypted"));
                }
                case EXTERNAL_MEDIA, REFERENCE_MOVIE, SEGMENT_WITHOUT_MOOV -> {
                    return Fix.of(Phrase.of("fix.one-file"));
                }
                default -> {}
            }
        }
        return Fix.of(rule);
    }

    private static Measured code(Malformed defect) {
        return Measured.name("malformation", defect.code().name());
    }

    private static Outcome outcome(Malformed.Gravity gravity) {
        return switch (gravity) {
            case TOLERATED -> Outcome.WARN;
            case UNDECIDED -> Outcome.UNKNOWN;
            case BROKEN -> Outcome.FAIL;
        };
    }

    /**
     * Whether another finding explains why facts are missing: a header that cannot be read or that continues beyond a
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

    /** Adds a rule that cannot be judged, since the header lacks the fact. */
    void addMissing(RuleId... rules) {
        for (RuleId rule : rules) {
            findings.add(findings.of(rule, Outcome.UNKNOWN).detailed(NOT_GIVEN));
        }
    }

    /** Whether a file is complete. Where that could not be determined, it is a finding only for an accepted format. */
    void judgeComplete(RuleId rule, Optional<Completeness> completeness, boolean isAccepted) {
        if (completeness.isEmpty() || completeness.get() instanceof Completeness.Whole) {
            return;
        }
        if (completeness.get() instanceof Completeness.CutOff cut) {
            List<Measured> measured = new ArrayList<>(List.of(code(cut.where())));
            if (cut.missingBytes() > 0) {
                measured.add(Measured.number("missing", Fraction.of(cut.missingBytes()), Bound.BYTES));
            }
            findings.add(findings.of(rule, Outcome.FAIL).measuring(measured).dueTo(List.of(cut.where())));
        } else if (isAccepted && completeness.get() instanceof Completeness.Undecided undecided) {
            findings.add(findings.of(rule, Outcome.UNKNOWN)
                    .measuring(List.of(code(undecided.where())))
                    .dueTo(List.of(undecided.where())));
        }
    }

    /** Judged only with a decoder. */
    void judgeDecodable(RuleId rule, DecoderResult decoderResult) {
        if (decoderResult.decoding() instanceof Decoding.Broken broken) {
            Phrase detail = Phrase.of(broken.at().isPresent() ? "decoding.broken.at" : "decoding.broken")
                    .with("what", broken.what())
                    .with("by", decoderResult.by());
            List<Measured> measured = broken.at()
                    .map(seconds -> List.of(Measured.number("broken", seconds, Bound.SECONDS)))
                    .orElse(List.of());
            findings.add(findings.of(rule, Outcome.FAIL).measuring(measured).detailed(detail));
        } else if (decoderResult.decoding() instanceof Decoding.Undecided undecided) {
            findings.add(findings.of(rule, Outcome.UNKNOWN)
                    .detailed(Phrase.of("decoding.undecided").with("why", undecided.why()))
                    .fixedBy(Fix.of(Phrase.of("fix.play"))));
        }
    }

    /**
     * The format that a decoder reads in a file that its headers accept, where that is another format, which is not
     * accepted: two programs read the file as two formats.
     */
    static Optional<Format> otherwise(
            Format content, Optional<DecoderResult> decoderResult, Predicate<Format> accepted) {
        return decoderResult
                .flatMap(DecoderResult::reading)
                .flatMap(MediaReading::format)
                .filter(format -> format != content && !accepted.test(format));
    }

    void judgeSize(RuleId rule, ByteCount bytes, SizeLimit limit) {
        Readings readings = new Readings();
        if (bytes.atMost() <= limit.generousBytes() || bytes.atLeast() > limit.strictBytes()) {
            addSize(readings, bytes, limit.strictBytes());
            addSize(readings, bytes, limit.generousBytes());
        } else {
            readings.addMissing();
        }
        Outcome outcome = readings.outcome();
        if (outcome != Outcome.PASS) {
            Measured measured =
                    Measured.number(bytes.isExact() ? "file" : "atLeast", Fraction.of(bytes.atLeast()), Bound.BYTES);
            findings.add(findings.of(rule, outcome).measuring(List.of(measured)));
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

    void judgeName(RuleId rule, Format content, Subject subject) {
        Optional<Format> byName = other(subject.promisedByName(), content);
        Optional<Format> byType = other(subject.promisedByMediaType(), content);
        if (byName.isEmpty() && byType.isEmpty()) {
            return;
        }
        List<Measured> measured = new ArrayList<>(List.of(Measured.name("content", content.id())));
        byName.ifPresent(format -> measured.add(Measured.name("name", format.id())));
        byType.ifPresent(format -> measured.add(Measured.name("mediaType", format.id())));
        String extension = content.extensions().get(0);
        String says = byName.isPresent() ? (byType.isPresent() ? "says.both" : "says.name") : "says.type";
        findings.add(findings.of(rule, Outcome.WARN)
                .measuring(measured)
                .detailed(Phrase.of(says))
                .fixedBy(Fix.of(Phrase.of(byType.isPresent() ? "fix.rename-and-declare" : "fix.rename")
                        .with("extension", extension))));
    }

    /** The promised format, where it is another one of the same kind. */
    private static Optional<Format> other(Optional<Format> promised, Format content) {
        return promised.isPresent()
                        && promised.get() != content
                        && promised.get().kind() == content.kind()
                ? promised
                : Optional.empty();
    }
}
