package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.RuleId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Acceptance IN_FORCE = new Acceptance("known", LocalDate.of(2099, 1, 1), true);
    private static final Acceptance EXPIRED = new Acceptance("known", LocalDate.of(2026, 1, 1), false);
    private static final MediaVerdict PASS = SampleResults.of("photo-small.jpg");
    private static final MediaVerdict WARN = SampleResults.of("sound-longer-than-picture.mp4");
    private static final MediaVerdict UNKNOWN = SampleResults.of("missing.jpg");
    private static final MediaVerdict FAIL = SampleResults.of("too-tall-300x900.jpg");

    @Test
    void each_outcome_is_counted() {
        Summary summary = summary(PASS, PASS, WARN, UNKNOWN, FAIL);
        assertThat(summary.outcomes()).isEqualTo(new Counts(2, 1, 1, 1));
        assertThat(summary.checked()).isEqualTo(5);
    }

    @Test
    void what_is_skipped_is_not_judged_and_its_size_not_counted() {
        Summary summary = summary(FAIL.named(SourceName.of("document.pdf")).asSkipped());
        assertThat(summary.checked()).isZero();
        assertThat(summary.skipped()).isEqualTo(1);
        assertThat(summary.bytes()).isZero();
        assertThat(summary.byRule()).isEmpty();
        assertThat(summary.bytesRead()).isEqualTo(FAIL.bytesRead());
    }

    @Test
    void rules_are_counted_by_severity_in_their_order() {
        Summary summary = summary(FAIL, WARN, FAIL, UNKNOWN);
        assertThat(summary.byRule())
                .containsExactly(
                        Map.entry(RuleId.FILE_ACCESS, new Counts(0, 0, 1, 0)),
                        Map.entry(RuleId.IMAGE_ASPECT_RATIO, new Counts(0, 0, 0, 2)),
                        Map.entry(RuleId.VIDEO_DURATION_MAX, new Counts(0, 1, 0, 0)));
    }

    @Test
    void sizes_and_what_was_read_are_added_up() {
        Summary summary = summary(PASS, FAIL, UNKNOWN);
        assertThat(summary.bytes()).isEqualTo(size(PASS) + size(FAIL));
        assertThat(summary.bytesRead()).isEqualTo(PASS.bytesRead() + FAIL.bytesRead());
    }

    @Test
    void an_acceptance_takes_a_file_out_of_what_needs_attention_and_changes_no_outcome() {
        Summary summary = summary(SampleResults.accepted(FAIL, IN_FORCE), FAIL, SampleResults.accepted(WARN, IN_FORCE));
        assertThat(summary.outcomes()).isEqualTo(new Counts(0, 1, 0, 2));
        assertThat(summary.accepted()).isEqualTo(new Counts(0, 1, 0, 1));
        assertThat(summary.needingAttention(true)).isEqualTo(1);
    }

    @Test
    void a_file_counts_by_the_worst_finding_that_is_not_accepted() {
        MediaVerdict sample = SampleResults.of("mp3-named.mp4");
        MediaVerdict verdict = new MediaVerdict(
                sample.source(),
                sample.subject(),
                sample.probed(),
                sample.bytes(),
                sample.decoderResult(),
                List.of(FAIL.findings().get(0), WARN.findings().get(0)),
                List.of(),
                sample.limits(),
                0,
                0);
        Summary summary = summary(verdict.accepted(Map.of(FAIL.findings().get(0), IN_FORCE)));
        assertThat(summary.outcomes()).isEqualTo(new Counts(0, 0, 0, 1));
        assertThat(summary.attention()).isEqualTo(new Counts(0, 1, 0, 0));
        assertThat(summary.accepted().total()).isZero();
        assertThat(summary.needingAttention(false)).isZero();
        assertThat(summary.needingAttention(true)).isEqualTo(1);
    }

    @Test
    void an_expired_acceptance_counts_for_nothing() {
        Summary summary = summary(SampleResults.accepted(FAIL, EXPIRED));
        assertThat(summary.accepted()).isEqualTo(new Counts(0, 0, 0, 0));
        assertThat(summary.needingAttention(false)).isEqualTo(1);
    }

    @Test
    void a_warning_needs_attention_only_where_one_is_strict() {
        Summary summary = summary(PASS, WARN);
        assertThat(summary.needingAttention(false)).isZero();
        assertThat(summary.needingAttention(true)).isEqualTo(1);
    }

    @Test
    void a_request_counts_once_and_its_media_do_not() {
        Tally tally = new Tally();
        tally.add(SampleResults.request("720P", FAIL, WARN));
        Summary summary = tally.summary(Duration.ZERO, true);
        assertThat(summary.outcomes()).isEqualTo(new Counts(0, 0, 0, 1));
        assertThat(summary.requests()).isEqualTo(1);
        assertThat(summary.byRule()).containsOnlyKeys(RuleId.IMAGE_ASPECT_RATIO, RuleId.VIDEO_DURATION_MAX);
        assertThat(summary.bytes()).isEqualTo(size(FAIL) + size(WARN));
    }

    @Test
    void a_snapshot_stays_as_it_is() {
        Tally tally = new Tally();
        tally.add(FAIL);
        Summary before = tally.summary(Duration.ofMillis(5), false);
        tally.add(FAIL);
        assertThat(before.outcomes().fail()).isEqualTo(1);
        assertThat(before.byRule().get(RuleId.IMAGE_ASPECT_RATIO)).isEqualTo(new Counts(0, 0, 0, 1));
        assertThat(before.elapsed()).isEqualTo(Duration.ofMillis(5));
        assertThat(before.complete()).isFalse();
    }

    private static Summary summary(MediaVerdict... results) {
        Tally tally = new Tally();
        for (MediaVerdict result : results) {
            tally.add(result);
        }
        return tally.summary(Duration.ZERO, true);
    }

    private static long size(MediaVerdict result) {
        return result.bytes().orElseThrow().atLeast();
    }
}
