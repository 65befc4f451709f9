package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AcceptanceTest {
    private static final Acceptance IN_FORCE = new Acceptance("known", LocalDate.of(2099, 1, 1), true);
    private static final Acceptance EXPIRED = new Acceptance("known", LocalDate.of(2026, 1, 1), false);
    private static final Result TWO_FINDINGS = Samples.of("mp3-named.mp4");
    private static final Result PASS = Samples.of("photo-small.jpg");

    @Test
    void a_file_is_accepted_when_every_finding_is() {
        Finding first = TWO_FINDINGS.verdict().findings().get(0);
        Finding second = TWO_FINDINGS.verdict().findings().get(1);
        assertThat(with(Map.of(first, IN_FORCE, second, IN_FORCE)).isAccepted()).isTrue();
        assertThat(with(Map.of(first, IN_FORCE)).isAccepted()).isFalse();
        assertThat(with(Map.of(first, IN_FORCE, second, EXPIRED)).isAccepted()).isFalse();
    }

    @Test
    void an_accepted_file_fails_as_before() {
        Result accepted = Samples.accepted(TWO_FINDINGS, IN_FORCE);
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
        Result skipped = Result.skipped(SourceName.of("a"), TWO_FINDINGS.verdict());
        assertThat(skipped.outcomeId()).isEqualTo("skipped");
        assertThat(skipped.verdict().findings()).isEmpty();
        assertThat(skipped.verdict().probed()).isEqualTo(TWO_FINDINGS.verdict().probed());
        assertThat(skipped.isAccepted()).isFalse();
        assertThat(skipped.needsAttention()).isFalse();
    }

    @Test
    void findings_cannot_be_skipped() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Result(SourceName.of("a"), TWO_FINDINGS.verdict(), true, Map.of()));
    }

    @Test
    void a_request_is_as_bad_as_the_worst_of_it() {
        assertThat(request(List.of(), Map.of(), PASS).outcome()).isEqualTo(Outcome.PASS);
        assertThat(request(List.of(), Map.of(), PASS, TWO_FINDINGS).outcome()).isEqualTo(Outcome.FAIL);
        List<Finding> unknown = Samples.of("missing.jpg").verdict().findings();
        assertThat(request(unknown, Map.of(), PASS).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void a_request_is_accepted_when_all_of_it_is() {
        List<Finding> own = Samples.of("missing.jpg").verdict().findings();
        Map<Finding, Acceptance> accepted = Map.of(own.get(0), IN_FORCE);
        Result medium = Samples.accepted(TWO_FINDINGS, IN_FORCE);
        assertThat(request(own, accepted, PASS, medium).isAccepted()).isTrue();
        assertThat(request(own, accepted, PASS, TWO_FINDINGS).isAccepted()).isFalse();
        assertThat(request(own, Map.of(), PASS, medium).isAccepted()).isFalse();
        assertThat(request(List.of(), Map.of(), PASS).isAccepted()).isFalse();
    }

    private static Result with(Map<Finding, Acceptance> acceptances) {
        return new Result(TWO_FINDINGS.source(), TWO_FINDINGS.verdict(), false, acceptances);
    }

    private static RequestResult request(
            List<Finding> findings, Map<Finding, Acceptance> acceptances, Result... media) {
        List<MediumResult> slots = List.of(media).stream()
                .map(result -> new MediumResult("slot", result))
                .toList();
        return new RequestResult(
                SourceName.of("request.json"),
                findings,
                slots,
                0,
                OptionalLong.empty(),
                Optional.empty(),
                acceptances,
                List.of());
    }
}
