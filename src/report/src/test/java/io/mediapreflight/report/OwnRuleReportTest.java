package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.OwnRule;
import io.mediapreflight.spec.RuleId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A finding of a caller's own rule stands beside those of the built-in rules in every report. */
class OwnRuleReportTest {
    private static final OwnRule LOGO =
            new OwnRule("acme/logo", "the logo in the corner", "the current logo", "Export it with the current logo.");

    private final MediaVerdict verdict = withLogo("too-tall-300x900.jpg");

    @Test
    void the_text_report_makes_its_sentence_from_the_rule() {
        assertThat(new String(
                        SampleResults.report(out -> new TextReport(out, TextReport.Style.PLAIN), verdict),
                        StandardCharsets.UTF_8))
                .contains("acme/logo: It is the old logo; it must be the current logo.")
                .contains("fix: " + LOGO.remedy());
    }

    @Test
    void json_has_it_in_the_shape_of_any_finding() {
        Map<String, Object> result =
                JsonTree.object(SampleResults.report(JsonlReport::new, verdict).clone());
        assertThat((List<?>) result.get("findings"))
                .last()
                .isEqualTo(Map.of(
                        "rule", "acme/logo",
                        "severity", "fail",
                        "actual", "the old logo",
                        "limit", "the current logo",
                        "message", "It is the old logo; it must be the current logo.",
                        "fix", LOGO.remedy()));
    }

    @Test
    void the_summary_counts_it_behind_the_built_in_rules() {
        Tally tally = new Tally();
        tally.add(verdict);
        assertThat(tally.summary(Duration.ZERO, true).byRule())
                .containsExactly(
                        Map.entry(RuleId.IMAGE_ASPECT_RATIO, new Counts(0, 0, 0, 1)),
                        Map.entry(LOGO, new Counts(0, 0, 0, 1)));
    }

    private static MediaVerdict withLogo(String file) {
        MediaVerdict plain = SampleResults.of(file);
        Finding logo = Finding.of(LOGO, Outcome.FAIL, "the old logo");
        return new MediaVerdict(
                plain.source(),
                plain.subject(),
                plain.probed(),
                plain.bytes(),
                plain.decoderResult(),
                List.of(plain.findings().get(0), logo),
                List.of(),
                plain.limits(),
                plain.bytesRead(),
                plain.elapsedNanos());
    }
}
