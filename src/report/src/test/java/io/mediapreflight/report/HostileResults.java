package io.mediapreflight.report;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.OwnRule;
import io.mediapreflight.text.Phrase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A result in which every value from outside is the same text: two findings, of which one is accepted, and an advice. */
final class HostileResults {
    private HostileResults() {}

    static MediaVerdict of(String text) {
        OwnRule rule = new OwnRule("acme/logo", text, text, text);
        Finding own = Finding.of(rule, Outcome.FAIL, text);
        MediaVerdict sample = SampleResults.of("too-tall-300x900.jpg", SourceName.of(text));
        Finding accepted = sample.findings().get(0);
        return new MediaVerdict(
                sample.source(),
                sample.subject(),
                Optional.empty(),
                sample.probed(),
                sample.bytes(),
                Optional.empty(),
                List.of(own, accepted),
                List.of(new Advice(AdviceId.IMAGE_ALPHA, Phrase.verbatim(text), Phrase.verbatim(text))),
                Map.of(accepted, new Acceptance(text, LocalDate.of(2099, 1, 1), true)),
                false,
                sample.limits(),
                sample.bytesRead(),
                sample.elapsedNanos());
    }
}
