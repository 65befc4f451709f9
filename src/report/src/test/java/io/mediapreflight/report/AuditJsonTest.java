package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.text.SurrogateEscape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditJsonTest {
    private static final Tool TOOL = new Tool("preflight", "1.2.3");
    private static final Acceptance EXPIRED = new Acceptance("shot in 2025", LocalDate.of(2026, 10, 1), false);

    @Test
    void a_file_in_a_directory_names_both() {
        Map<String, Object> result =
                jsonl(SampleResults.of("drawing.png", SourceName.within("shots/", "a/drawing.png")));
        assertThat(result)
                .containsEntry("source", "a/drawing.png")
                .containsEntry("root", "shots/")
                .doesNotContainKey("rootBytes");
        assertThat(result.keySet()).startsWith("schema", "source", "root", "kind");
        assertThat(jsonl(SampleResults.of("drawing.png"))).doesNotContainKey("root");
    }

    @Test
    void a_directory_that_is_not_utf_8_is_reported_byte_by_byte() {
        String root = SurrogateEscape.decode(new byte[] {'a', (byte) 0xFF});
        assertThat(jsonl(SampleResults.of("drawing.png", SourceName.within(root, "b.png"))))
                .containsEntry("root", "a\uFFFD")
                .containsEntry("rootBytes", "Yf8=")
                .doesNotContainKey("sourceBytes");
    }

    @Test
    void a_command_fixes_the_file_from_the_working_directory() {
        SourceName name = SourceName.within("-shots", "too tall.jpg");
        assertThat(jsonl(SampleResults.of("too-tall-300x900.jpg", name)).get("plan"))
                .asString()
                .contains("file:-shots/too tall.jpg", "output=-shots/too tall-fixed.jpg");
    }

    @Test
    void what_is_skipped_has_facts_and_no_findings() {
        MediaVerdict document = SampleResults.of("document.pdf");
        assertThat(jsonl(document.asSkipped()))
                .containsEntry("outcome", "skipped")
                .containsEntry("kind", "other")
                .containsEntry("facts", Map.of("format", "pdf", "bytes", size(document)))
                .containsEntry("findings", List.of());
    }

    @Test
    void a_finding_reports_its_acceptance() {
        Map<String, Object> finding =
                finding(jsonl(SampleResults.accepted(SampleResults.of("too-tall-300x900.jpg"), EXPIRED)));
        assertThat(finding)
                .containsEntry("baseline", Map.of("reason", "shot in 2025", "expires", "2026-10-01", "accepted", false))
                .containsEntry("severity", "fail");
        assertThat(finding(jsonl(SampleResults.of("too-tall-300x900.jpg")))).doesNotContainKey("baseline");
    }

    @Test
    void a_row_of_a_manifest_has_its_line_and_id() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonlReport(out)
                .add(SampleResults.request(
                                "720P", SampleResults.of("drawing.png"), SampleResults.of("clip-4s-faststart.mp4"))
                        .named(SourceName.of("jobs.csv").row(12, Optional.of("dance-12"))));
        assertThat(JsonTree.object(out.toByteArray()))
                .containsEntry("source", "jobs.csv")
                .containsEntry("line", 12L)
                .containsEntry("id", "dance-12")
                .containsEntry("kind", "request")
                .containsEntry("outcome", "pass")
                .containsEntry("elapsedMicros", 7L);
    }

    @Test
    void a_report_counts_outcomes_and_rules() {
        MediaVerdict wide = SampleResults.of("too-wide-800x310.png");
        MediaVerdict tall = SampleResults.of("too-tall-300x900.jpg");
        MediaVerdict warned = SampleResults.of("sound-longer-than-picture.mp4");
        Map<String, Object> report = report(true, wide, tall, warned);
        assertThat(report).containsEntry("complete", true);
        assertThat(report.get("summary"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("checked", 3L),
                        Map.entry("pass", 0L),
                        Map.entry("warn", 1L),
                        Map.entry("unknown", 0L),
                        Map.entry("fail", 2L),
                        Map.entry("skipped", 0L),
                        Map.entry("accepted", 0L),
                        Map.entry("bytes", size(wide) + size(tall) + size(warned)),
                        Map.entry("bytesRead", read(wide) + read(tall) + read(warned)),
                        Map.entry("elapsedMicros", 2_000_000L),
                        Map.entry("byAdvice", Map.of()),
                        Map.entry(
                                "byRule",
                                Map.of(
                                        "image.aspect-ratio", Map.of("warn", 0L, "unknown", 0L, "fail", 2L),
                                        "video.duration.max", Map.of("warn", 1L, "unknown", 0L, "fail", 0L)))));
    }

    @Test
    void an_interrupted_report_says_so() {
        assertThat(report(false, SampleResults.of("drawing.png"))).containsEntry("complete", false);
    }

    @Test
    void interrupted_lines_end_with_one_that_says_so() {
        byte[] lines = SampleResults.report(JsonlReport::new, false, SampleResults.of("drawing.png"));
        List<String> all = new String(lines, StandardCharsets.UTF_8).lines().toList();
        assertThat(all).hasSize(2);
        assertThat(JsonTree.object(all.get(1).getBytes(StandardCharsets.UTF_8)))
                .containsEntry("schema", "preflight.summary/1")
                .containsEntry("complete", false)
                .containsEntry("checked", 1L)
                .containsEntry("byRule", Map.of());
    }

    @Test
    void whole_lines_are_results_only() {
        byte[] lines = SampleResults.report(
                JsonlReport::new, SampleResults.of("drawing.png"), SampleResults.of("garbage.mp4"));
        assertThat(new String(lines, StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("{\"schema\":\"preflight.result/1\""));
    }

    private static Map<String, Object> report(boolean complete, MediaVerdict... results) {
        return JsonTree.object(SampleResults.report(out -> new JsonReport(out, TOOL), complete, results));
    }

    private static Map<String, Object> jsonl(MediaVerdict result) {
        return JsonTree.object(SampleResults.report(JsonlReport::new, result));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> finding(Map<String, Object> result) {
        return ((List<Map<String, Object>>) result.get("findings")).get(0);
    }

    private static long size(MediaVerdict result) {
        return result.bytes().orElseThrow().atLeast();
    }

    private static long read(MediaVerdict result) {
        return result.bytesRead();
    }
}
