package io.mediapreflight.report;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.RequestVerdict;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.source.SourceName;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AcceptanceTest {
    private static final Acceptance IN_FORCE = new Acceptance("known", LocalDate.of(2099, 1, 1), true);
    private static final Acceptance EXPIRED = new Acceptance("known", LocalDate.of(2026, 1, 1), false);
    private static final MediaVerdict TWO_FINDINGS = SampleResults.of("mp3-named.mp4");
    private static final MediaVerdict PASS = SampleResults.of("photo-small.jpg");
    private static final MediaVerdict CLIP = SampleResults.of("clip-4s-faststart.mp4");
    private static final String FINE = "720P";
    private static final String WRONG = "480P";

    @Test
    void a_file_is_accepted_when_every_finding_is() {
        Finding first = TWO_FINDINGS.findings().get(0);
        Finding second = TWO_FINDINGS.findings().get(1);
        assertThat(with(Map.of(first, IN_FORCE, second, IN_FORCE)).isAccepted()).isTrue();
        assertThat(with(Map.of(first, IN_FORCE)).isAccepted()).isFalse();
        assertThat(with(Map.of(first, IN_FORCE, second, EXPIRED)).isAccepted()).isFalse();
    }

    @Test
    void an_accepted_file_fails_as_before() {
        MediaVerdict accepted = SampleResults.accepted(TWO_FINDINGS, IN_FORCE);
        assertThat(accepted.outcomeId()).isEqualTo("fail");
        assertThat(accepted.needsAttention()).isFalse();
    }

    @Test
    void what_passes_needs_no_acceptance() {
        assertThat(PASS.isAccepted()).isFalse();
        assertThat(PASS.needsAttention()).isFalse();
    }

    @Test
    void what_is_skipped_keeps_its_facts_and_no_findings() {
        MediaVerdict skipped = TWO_FINDINGS.named(SourceName.of("a")).asSkipped();
        assertThat(skipped.outcomeId()).isEqualTo("skipped");
        assertThat(skipped.findings()).isEmpty();
        assertThat(skipped.probed()).isEqualTo(TWO_FINDINGS.probed());
        assertThat(skipped.isAccepted()).isFalse();
        assertThat(skipped.needsAttention()).isFalse();
    }

    @Test
    void findings_cannot_be_skipped() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MediaVerdict(
                        TWO_FINDINGS.source(),
                        TWO_FINDINGS.subject(),
                        TWO_FINDINGS.path(),
                        TWO_FINDINGS.probed(),
                        TWO_FINDINGS.bytes(),
                        TWO_FINDINGS.decoderResult(),
                        TWO_FINDINGS.findings(),
                        TWO_FINDINGS.advice(),
                        Map.of(),
                        true,
                        TWO_FINDINGS.limits(),
                        0,
                        0));
    }

    @Test
    void a_request_is_as_bad_as_the_worst_of_it() {
        MediaVerdict missing = SampleResults.of("missing.mp4");
        assertThat(SampleResults.request(FINE, PASS, CLIP)).passes();
        assertThat(SampleResults.request(FINE, PASS, TWO_FINDINGS)).fails();
        assertThat(SampleResults.request(FINE, PASS, missing)).isUnknown();
        assertThat(SampleResults.request(WRONG, PASS, missing)).fails();
    }

    @Test
    void a_request_is_accepted_when_all_of_it_is() {
        MediaVerdict item = SampleResults.accepted(TWO_FINDINGS, IN_FORCE);
        assertThat(accepted(SampleResults.request(WRONG, PASS, item)).isAccepted())
                .isTrue();
        assertThat(accepted(SampleResults.request(WRONG, PASS, TWO_FINDINGS)).isAccepted())
                .isFalse();
        assertThat(SampleResults.request(WRONG, PASS, item).isAccepted()).isFalse();
        assertThat(SampleResults.request(FINE, PASS, CLIP).isAccepted()).isFalse();
    }

    private static MediaVerdict with(Map<Finding, Acceptance> acceptances) {
        return TWO_FINDINGS.accepted(acceptances);
    }

    private static RequestVerdict accepted(RequestVerdict request) {
        return request.accepted(Map.of(request.findings().get(0), IN_FORCE));
    }
}
