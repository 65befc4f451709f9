package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.LocalMedia;
import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.RequestVerdict;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.text.Phrase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AdviceReportTest {
    private static final Advice CUT =
            new Advice(AdviceId.VIDEO_CUT, Phrase.verbatim("cut at 4.0 s"), Phrase.verbatim("one continuous shot"));
    private static final Advice PLACE = new Advice(
                    AdviceId.PRIVACY_LOCATION, Phrase.verbatim("GPS position \033[31m (EXIF)"))
            .fixedBy(new Fix("Strip it.", List.of("strip", Fix.INPUT)));
    private static final TextReport.Style QUIET = new TextReport.Style(false, true, false, 0);

    private final MediaVerdict advised = advised("clip-4s-faststart.mp4", CUT, PLACE);

    @Test
    void advice_stands_below_a_result_that_passes() {
        assertThat(text(out -> new TextReport(out, TextReport.Style.PLAIN)))
                .startsWith("pass     clip-4s-faststart.mp4")
                .contains("\n         advice video.cut: " + CUT.message() + "\n         fix: Trim the clip to")
                .contains("\n              strip clip-4s-faststart.mp4\n");
    }

    @Test
    void advice_reaches_a_terminal_as_visible_text_only() {
        assertThat(text(out -> new TextReport(out, TextReport.Style.PLAIN))).doesNotContain("\033");
    }

    @Test
    void an_audit_lists_what_passes_with_advice_and_counts_the_advice() {
        assertThat(text(out -> new AuditTextReport(out, TextReport.Style.PLAIN)))
                .contains("pass     clip-4s-faststart.mp4")
                .contains("""
                        advice (changes no outcome)  times
                        video.cut                        1
                        privacy.location                 1
                        """);
    }

    @Test
    void a_quiet_report_leaves_out_what_has_nothing_but_advice() {
        assertThat(text(out -> new AuditTextReport(out, QUIET))).isEmpty();
        assertThat(text(out -> new TextReport(out, QUIET))).isEmpty();
    }

    @Test
    void json_has_advice_in_the_shape_of_a_finding() {
        Map<String, Object> result =
                JsonTree.object(SampleResults.report(JsonlReport::new, advised).clone());
        assertThat(result).containsEntry("outcome", "pass");
        assertThat((List<?>) result.get("findings")).isEmpty();
        assertThat((List<?>) result.get("advice"))
                .first()
                .isEqualTo(Map.of(
                        "rule", "video.cut",
                        "severity", "advice",
                        "actual", "cut at 4.0 s",
                        "limit", "one continuous shot",
                        "message", CUT.message(),
                        "fix", AdviceId.VIDEO_CUT.remedy()));
    }

    @Test
    void the_advice_on_a_request_names_its_path() {
        RequestVerdict request = Preflight.standard()
                .check(
                        GenerationRequest.builder()
                                .model("kling/kling-v3-motion-control")
                                .image("https://media.imini.ai/a.png")
                                .video("https://media.imini.ai/b.mp4")
                                .build(),
                        List.of(),
                        LocalMedia.of(SampleResults.path("drawing.png"), SampleResults.path("clip-4s-faststart.mp4")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonOutput json = JsonOutput.compact(out);
        JsonDocument.writeResult(json, request);
        assertThat(drained(json, out)).contains("\"path\":\"reference_images[0].url\",\"severity\":\"advice\"");
    }

    @Test
    void advice_is_counted_and_changes_no_outcome() {
        Tally tally = new Tally();
        tally.add(advised);
        Summary summary = tally.summary(Duration.ZERO, true);
        assertThat(summary.outcomes()).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(summary.needingAttention(true)).isZero();
        assertThat(summary.byAdvice())
                .containsExactly(Map.entry(AdviceId.VIDEO_CUT, 1L), Map.entry(AdviceId.PRIVACY_LOCATION, 1L));
    }

    private static String drained(JsonOutput json, ByteArrayOutputStream out) {
        try {
            json.drain();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private String text(Function<OutputStream, Report> form) {
        return new String(SampleResults.report(form, advised), StandardCharsets.UTF_8);
    }

    private static MediaVerdict advised(String file, Advice... advice) {
        MediaVerdict plain = SampleResults.of(file);
        return new MediaVerdict(
                SourceName.of(file),
                plain.subject(),
                plain.probed(),
                plain.bytes(),
                plain.decoderResult(),
                plain.findings(),
                List.of(advice),
                plain.limits(),
                plain.bytesRead(),
                plain.elapsedNanos());
    }
}
