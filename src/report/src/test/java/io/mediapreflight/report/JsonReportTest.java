package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.text.SafeText;
import io.mediapreflight.text.SurrogateEscape;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportTest {
    private static final Tool TOOL = new Tool("preflight", "1.2.3");

    @Test
    void a_result_has_the_keys_of_the_contract() {
        Map<String, Object> result = jsonl(SampleResults.of("sound-longer-than-picture.mp4"));
        assertThat(result.keySet())
                .containsExactly(
                        "schema",
                        "source",
                        "kind",
                        "outcome",
                        "facts",
                        "findings",
                        "plan",
                        "advice",
                        "bytesRead",
                        "elapsedMicros");
        assertThat(result)
                .containsEntry("schema", "preflight.result/1")
                .containsEntry("source", "sound-longer-than-picture.mp4")
                .containsEntry("kind", "video")
                .containsEntry("outcome", "warn")
                .containsEntry("advice", List.of());
        assertThat(facts(result))
                .containsEntry("format", "mp4")
                .containsEntry("width", 640L)
                .containsEntry("displayHeight", 360L)
                .containsEntry("rotation", 0L)
                .containsEntry("durationSeconds", new BigDecimal("10.03"))
                .containsEntry("videoTrackSeconds", new BigDecimal("9.98"))
                .containsEntry("videoCodec", "avc1")
                .containsEntry("audio", true)
                .containsEntry("fragmented", false)
                .doesNotContainKey("trailingBytes");
    }

    @Test
    void a_finding_has_the_keys_of_the_contract() {
        Map<String, Object> finding = finding(jsonl(SampleResults.of("sound-longer-than-picture.mp4")));
        assertThat(finding.keySet())
                .containsExactly("rule", "severity", "actual", "limit", "measured", "bound", "message", "fix");
        assertThat(finding)
                .containsEntry("rule", "video.duration.max")
                .containsEntry("severity", "warn")
                .containsEntry("actual", "10.03 s (container), 9.98 s (video track)");
        assertThat(finding.get("fix").toString()).endsWith("or trim it for image.");
    }

    @Test
    void a_plan_has_the_keys_of_the_contract() {
        assertThat(plan(SampleResults.of("too-tall-300x900.jpg")))
                .containsOnlyKeys("steps", "command", "output")
                .containsEntry("steps", List.of("pad to 360x900 with white", "encode as JPEG"))
                .containsEntry("output", "too-tall-300x900-fixed.jpg")
                .extractingByKey("command")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .startsWith("ffmpeg", "-nostdin")
                .contains("file:too-tall-300x900.jpg")
                .endsWith("file:too-tall-300x900-fixed.jpg");
    }

    @Test
    void what_no_command_can_fix_has_no_plan() {
        assertThat(jsonl(SampleResults.of("truncated.png"))).doesNotContainKey("plan");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> plan(MediaVerdict verdict) {
        return (Map<String, Object>) jsonl(verdict).get("plan");
    }

    @Test
    void a_finding_has_its_numbers_and_its_bound_for_programs() {
        Map<String, Object> finding = finding(jsonl(SampleResults.of("sound-longer-than-picture.mp4")));

        assertThat(finding)
                .hasEntrySatisfying(
                        "measured",
                        values -> assertThat(values.toString())
                                .isEqualTo(
                                        "[{reading=container, value=10.03, unit=s}, {reading=videoTrack, value=9.98, unit=s}]"));
        assertThat(finding)
                .hasEntrySatisfying(
                        "bound", bound -> assertThat(bound.toString()).isEqualTo("{max=10, maxGenerous=30, unit=s}"));
    }

    @Test
    void an_image_reports_how_it_is_turned() {
        assertThat(facts(jsonl(SampleResults.of("photo-exif-orientation-2-mirrored.jpg"))))
                .containsEntry("rotation", 0L)
                .containsEntry("exifOrientation", 2L)
                .containsEntry("mirrored", true)
                .containsEntry("components", 3L)
                .containsEntry("bitDepth", 8L)
                .containsEntry("alpha", false)
                .containsEntry("animated", false);
        assertThat(facts(jsonl(SampleResults.of("drawing.png")))).doesNotContainKeys("rotation", "exifOrientation");
        assertThat(facts(jsonl(SampleResults.of("trailing-zeros.jpg")))).containsEntry("trailingBytes", 100L);
    }

    @Test
    void a_display_size_is_rounded_half_up_and_not_turned() {
        assertThat(facts(jsonl(SampleResults.of("anamorphic-720x576-16-11.mp4"))))
                .containsEntry("width", 720L)
                .containsEntry("displayWidth", 1047L)
                .containsEntry("displayHeight", 576L);
        assertThat(facts(jsonl(SampleResults.of("rotated-90.mov"))))
                .containsEntry("displayWidth", 640L)
                .containsEntry("displayHeight", 360L)
                .containsEntry("rotation", 90L);
    }

    @Test
    void what_cannot_be_read_has_no_kind_and_no_facts() {
        Map<String, Object> result = jsonl(SampleResults.of("missing.jpg"));
        assertThat(result).doesNotContainKey("kind").containsEntry("facts", Map.of());
        assertThat(finding(result)).containsEntry("rule", "file.access").containsEntry("severity", "unknown");
    }

    @Test
    void a_report_is_one_object_with_the_results_in_order() {
        byte[] json = SampleResults.report(
                out -> new JsonReport(out, TOOL), SampleResults.of("drawing.png"), SampleResults.of("garbage.mp4"));
        Map<String, Object> report = JsonTree.object(json);
        assertThat(report.keySet())
                .containsExactlyInAnyOrder("schema", "tool", "limits", "complete", "summary", "results");
        assertThat(report)
                .containsEntry("schema", "preflight.report/1")
                .containsEntry("tool", Map.of("name", "preflight", "version", "1.2.3"))
                .containsEntry("complete", true);
        assertThat((List<?>) report.get("results")).extracting("source").containsExactly("drawing.png", "garbage.mp4");
    }

    @Test
    void the_limits_can_be_read_by_a_machine() {
        Map<?, ?> limits = (Map<?, ?>) JsonTree.object(SampleResults.report(out -> new JsonReport(out, TOOL)))
                .get("limits");
        Assertions.<Object>assertThat(limits.get("model")).isEqualTo("kling/kling-v3-motion-control");
        Assertions.<Object>assertThat(limits.get("image"))
                .isEqualTo(Map.of(
                        "formats", List.of("jpeg", "png"),
                        "bytesMax", 10_000_000L,
                        "bytesMaxGenerous", 10_485_760L,
                        "sideMin", 300L,
                        "sideMax", 65_536L,
                        "longerOverShorterSideMax", new BigDecimal("2.5")));
        Assertions.<Object>assertThat(limits.get("video"))
                .isEqualTo(Map.of(
                        "formats", List.of("mp4", "mov"),
                        "bytesMax", 100_000_000L,
                        "bytesMaxGenerous", 104_857_600L,
                        "sideMin", 340L,
                        "sideMax", 3850L,
                        "secondsMin", 3L,
                        "secondsMaxByOrientation", Map.of("image", 10L, "video", 30L)));
    }

    @ParameterizedTest
    @MethodSource("io.mediapreflight.report.HostileNames#all")
    void any_name_makes_valid_utf_8_on_one_line(String name, String shown, String word)
            throws CharacterCodingException {
        MediaVerdict result = SampleResults.of("too-tall-300x900.jpg", SourceName.of(name));
        byte[] line = SampleResults.report(JsonlReport::new, result);
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line))
                .toString();
        assertThat(text.lines()).hasSize(1);
        assertThat(JsonTree.object(line)).containsEntry("source", SurrogateEscape.toUnicode(name));
        assertThat(JsonTree.object(line).get("plan")).asString().contains("file:" + SurrogateEscape.toUnicode(name));
        assertThat(text.codePoints().filter(SafeText::isHidden))
                .as("what steers a terminal, but for the end of the line")
                .containsOnly((int) '\n');
    }

    @Test
    void exact_bytes_are_reported_only_where_the_name_does_not() {
        assertThat(jsonl(SampleResults.of("drawing.png", SourceName.of(new byte[] {'a', (byte) 0xFF}))))
                .containsEntry("source", "a\uFFFD")
                .containsEntry("sourceBytes", "Yf8=");
        assertThat(jsonl(SampleResults.of("drawing.png"))).doesNotContainKey("sourceBytes");
    }

    @Test
    void a_stream_that_fails_is_an_io_exception() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Assertions.assertThatIOException()
                .isThrownBy(() -> new JsonlReport(full).add(SampleResults.of("drawing.png")))
                .withMessage("No space left on device");
    }

    private static Map<String, Object> jsonl(MediaVerdict result) {
        return JsonTree.object(SampleResults.report(JsonlReport::new, result));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> facts(Map<String, Object> result) {
        return (Map<String, Object>) result.get("facts");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> finding(Map<String, Object> result) {
        return ((List<Map<String, Object>>) result.get("findings")).get(0);
    }
}
