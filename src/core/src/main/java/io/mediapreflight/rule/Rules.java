package io.mediapreflight.rule;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Bound;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.SizeLimit;
import io.mediapreflight.spec.Slot;
import io.mediapreflight.text.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * Judges the result of a probe. Pure: the same facts give the same findings. A rule whose facts are missing because
 * an earlier rule failed is not reported; everything else is.
 */
public final class Rules {
    private static final List<String> JUDGED = List.of(Kind.IMAGE.id(), Kind.VIDEO.id());

    private final Limits limits;
    private final OwnRules ownRules;

    /**
     * The published rules and those of the caller.
     *
     * @throws IllegalArgumentException where two of these have one id
     */
    public Rules(Limits limits, List<Rule> ownRules) {
        this.limits = limits;
        this.ownRules = new OwnRules(ownRules);
    }

    /**
     * Everything that did not pass.
     *
     * @param decoderResult its readings are judged beside those of the headers
     */
    public Findings judge(Probed probed, ByteCount bytes, Subject subject, Optional<DecoderResult> decoderResult) {
        Findings findings = new Findings(limits);
        Optional<Kind> meantFor = subject.meantFor();
        judgeKind(findings, probed, meantFor);
        // An image in the video slot is no video: what an image must be does not concern it.
        boolean isInVideoSlot = subject.slot().equals(Optional.of(Slot.VIDEO));
        Optional<Kind> judgedAs = probed.kind().isMedia() && !isInVideoSlot ? Optional.of(probed.kind()) : meantFor;
        Kind kind = judgedAs.orElse(Kind.OTHER);
        if (kind == Kind.IMAGE) {
            Probed read = withoutTheUnread(probed, bytes, limits.imageSize());
            new ImageRules(limits, findings).judge(read, bytes, subject, decoderResult);
        } else if (kind == Kind.VIDEO) {
            Probed read = withoutTheUnread(probed, bytes, limits.videoSize());
            new VideoRules(limits, findings).judge(read, bytes, subject, decoderResult);
        }
        if (probed.facts().isPresent()) {
            ownRules.judge(probed.facts().get(), subject, findings);
        }
        return findings;
    }

    /**
     * Only the beginning of a stream that is too large was kept, and the finding about its size covers the rest: what
     * could not be decided for want of the rest is no defect of the header.
     */
    private static Probed withoutTheUnread(Probed probed, ByteCount bytes, SizeLimit limit) {
        if (bytes.isExact() || bytes.atLeast() <= limit.generousBytes()) {
            return probed;
        }
        List<Malformed> defects = probed.defects().stream()
                .filter(defect -> defect.gravity() != Malformed.Gravity.UNDECIDED || defect.offset() < bytes.atLeast())
                .toList();
        Optional<Completeness> completeness =
                probed.completeness().filter(known -> !(known instanceof Completeness.Undecided));
        return new Probed(probed.format(), probed.kind(), probed.facts(), completeness, defects);
    }

    private static void judgeKind(Findings findings, Probed probed, Optional<Kind> meantFor) {
        boolean isMedia = probed.kind().isMedia();
        if (isMedia && (meantFor.isEmpty() || meantFor.get() == probed.kind())) {
            return;
        }
        // What is of no format at all is said once, by the rule that it can be read.
        if (probed.format().isEmpty() && meantFor.filter(Kind::isMedia).isPresent()) {
            return;
        }
        Optional<String> expected =
                meantFor.filter(kind -> isMedia || kind.isMedia()).map(Kind::id);
        String content = probed.format().map(Format::id).orElse(probed.kind().id());
        Finding finding = findings.of(RuleId.MEDIA_KIND, Outcome.FAIL)
                .measuring(List.of(Measured.name("content", content)))
                .within(Optional.of(Bound.oneOf(expected.map(List::of).orElse(JUDGED))))
                .fixedBy(fix(probed.format()));
        findings.add(
                probed.format().isPresent()
                        ? finding.detailed(Phrase.of("kind.is." + probed.kind().id()))
                        : finding.dueTo(probed.defects()));
    }

    private static Fix fix(Optional<Format> format) {
        if (format.equals(Optional.of(Format.HTML))) {
            return Fix.of(Phrase.of("fix.error-page"));
        }
        return format.filter(Format::isArchive).isPresent()
                ? Fix.of(Phrase.of("fix.archive"))
                : Fix.of(RuleId.MEDIA_KIND);
    }

    static Optional<ImageFacts> image(Optional<MediaFacts> facts) {
        return facts.isPresent() && facts.get() instanceof ImageFacts image ? Optional.of(image) : Optional.empty();
    }

    static Optional<VideoFacts> video(Optional<MediaFacts> facts) {
        return facts.isPresent() && facts.get() instanceof VideoFacts video ? Optional.of(video) : Optional.empty();
    }
}
