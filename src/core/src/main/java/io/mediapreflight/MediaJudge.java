package io.mediapreflight;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.rule.ImageAdvice;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Rules;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.rule.VideoAdvice;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes of what was read of one image or video its verdict. */
record MediaJudge(Limits limits, Rules rules) {
    private static final Examination NOT_EXAMINED = new Examination(Optional.empty(), List.of(), 0);

    MediaVerdict judge(Inspection inspection, Optional<Examination> examination, Subject subject, SourceName source) {
        if (inspection instanceof Inspection.Seen seen) {
            return seen(seen, examination.orElse(NOT_EXAMINED), subject, source);
        }
        Inspection.Unreadable unreadable = (Inspection.Unreadable) inspection;
        return unreadable(
                source,
                subject,
                ReadFailure.severity(unreadable.cause()),
                ReadFailure.reason(unreadable.cause()),
                ReadFailure.fix(unreadable.cause()),
                unreadable.bytesRead(),
                unreadable.elapsedNanos());
    }

    private MediaVerdict seen(Inspection.Seen seen, Examination examination, Subject subject, SourceName source) {
        Optional<DecoderResult> decoderResult = examination.decoderResult();
        Probed probed = decoderResult.isPresent() ? decoderResult.get().settle(seen.probed()) : seen.probed();
        return new MediaVerdict(
                source,
                subject,
                Optional.of(probed),
                Optional.of(seen.bytes()),
                decoderResult,
                rules.judge(probed, seen.bytes(), subject, decoderResult).worstFirst(),
                advice(seen.probed(), examination, subject),
                limits,
                seen.bytesRead(),
                seen.elapsedNanos() + examination.elapsedNanos());
    }

    private List<Advice> advice(Probed probed, Examination examination, Subject subject) {
        List<Advice> onHeader = adviceOnHeader(probed, subject);
        if (examination.advice().isEmpty()) {
            return onHeader;
        }
        List<Advice> advice = new ArrayList<>(onHeader);
        advice.addAll(examination.advice());
        return advice;
    }

    /** Of media in a slot for the other kind nothing is recommended: they fail as what they are. */
    private List<Advice> adviceOnHeader(Probed probed, Subject subject) {
        if (probed.facts().isEmpty()
                || (subject.slot().isPresent() && subject.slot().get().kind() != probed.kind())) {
            return List.of();
        }
        return probed.facts().get() instanceof ImageFacts image
                ? ImageAdvice.of(image)
                : VideoAdvice.of((VideoFacts) probed.facts().get(), limits);
    }

    /** The verdict on something that cannot be read, or was not. */
    MediaVerdict unreadable(
            SourceName source,
            Subject subject,
            Outcome severity,
            Phrase why,
            Fix fix,
            long bytesRead,
            long elapsedNanos) {
        Finding finding = Finding.of(RuleId.FILE_ACCESS, severity).detailed(why).fixedBy(fix);
        return new MediaVerdict(
                source,
                subject,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(finding),
                List.of(),
                limits,
                bytesRead,
                elapsedNanos);
    }
}
