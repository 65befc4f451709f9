package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.report.exchange.CsvReport;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.source.SourceName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReportTest {
    private static final MediaVerdict TALL = SampleResults.of("too-tall-300x900.jpg");
    private static final MediaVerdict CLIP = SampleResults.of("clip-4s-faststart.mp4");

    @Test
    void the_columns_are_stable() throws IOException {
        assertThat(CsvTable.rows(SampleResults.report(CsvTable::commas), ',').get(0).stream())
                .containsExactly(
                        "source",
                        "request",
                        "line",
                        "id",
                        "kind",
                        "outcome",
                        "rule",
                        "severity",
                        "status",
                        "path",
                        "actual",
                        "limit",
                        "message",
                        "fix",
                        "command",
                        "format",
                        "bytes",
                        "width",
                        "height",
                        "displayWidth",
                        "displayHeight",
                        "rotation",
                        "durationSeconds",
                        "videoTrackSeconds",
                        "frameRate",
                        "videoCodec",
                        "bitDepth",
                        "audio");
    }

    @Test
    void a_finding_has_a_row_with_the_facts_of_its_file() throws IOException {
        assertThat(rows(TALL))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("source", "too-tall-300x900.jpg")
                        .containsEntry("kind", "image")
                        .containsEntry("outcome", "fail")
                        .containsEntry("rule", "image.aspect-ratio")
                        .containsEntry("severity", "fail")
                        .containsEntry("status", "")
                        .containsEntry("actual", "1:3")
                        .containsEntry("fix", "Crop it, or pad it.")
                        .containsEntry("width", "300")
                        .containsEntry("durationSeconds", "")
                        .hasEntrySatisfying(
                                "command", command -> assertThat(command).startsWith("ffmpeg ")));
    }

    @Test
    void what_passes_has_a_row_too() throws IOException {
        assertThat(rows(CLIP))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("outcome", "pass")
                        .containsEntry("rule", "")
                        .containsEntry("durationSeconds", "4")
                        .containsEntry("videoCodec", "avc1")
                        .containsEntry("command", ""));
    }

    @Test
    void the_media_of_a_request_name_it_its_line_and_their_slots() throws IOException {
        Verdict row = SampleResults.request("480P", TALL, CLIP)
                .named(SourceName.of("jobs.csv").row(12, Optional.of("dance-12")));
        List<Map<String, String>> rows = rows(row).stream()
                .filter(each -> !each.get("severity").equals("advice"))
                .toList();
        assertThat(rows)
                .extracting(each -> each.get("source"))
                .containsExactly("jobs.csv", "too-tall-300x900.jpg", "clip-4s-faststart.mp4");
        assertThat(rows).extracting(each -> each.get("request")).containsExactly("", "jobs.csv", "jobs.csv");
        assertThat(rows).extracting(each -> each.get("line")).containsOnly("12");
        assertThat(rows).extracting(each -> each.get("id")).containsOnly("dance-12");
        assertThat(rows)
                .extracting(each -> each.get("path"))
                .containsExactly("resolution", "reference_images[0].url", "reference_videos[0].url");
    }

    @Test
    void a_finding_that_does_not_count_says_why() throws IOException {
        Acceptance expired = new Acceptance("known", LocalDate.of(2026, 1, 1), false);
        Acceptance inForce = new Acceptance("known", LocalDate.of(2099, 1, 1), true);
        assertThat(status(expired)).isEqualTo("expired");
        assertThat(status(inForce)).isEqualTo("accepted");
        assertThat(status(Acceptance.IGNORED)).isEqualTo("ignored");
    }

    private static String status(Acceptance acceptance) throws IOException {
        return rows(SampleResults.accepted(TALL, acceptance)).get(0).get("status");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"=1.jpg, '=1.jpg", "-, '-", "@x, '@x", "+1, '+1", "a=1, a=1", "1-1, 1-1"})
    void a_name_that_a_spreadsheet_would_calculate_is_text(String name, String cell) throws IOException {
        assertThat(rows(SampleResults.of("drawing.png", SourceName.of(name))).get(0))
                .containsEntry("source", cell);
    }

    @Test
    void lines_end_as_rfc_4180_wants_it() {
        assertThat(new String(SampleResults.report(CsvTable::commas, CLIP), StandardCharsets.UTF_8))
                .matches("[^\r\n]*\r\n[^\r\n]*\r\n");
    }

    @Test
    void a_letter_divides_no_cells() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CsvReport(new ByteArrayOutputStream(), 'a'));
    }

    private static List<Map<String, String>> rows(Verdict verdict) throws IOException {
        List<CSVRecord> all = CsvTable.rows(SampleResults.report(CsvTable::commas, verdict), ',');
        CSVRecord titles = all.get(0);
        return all.subList(1, all.size()).stream()
                .map(row -> IntStream.range(0, titles.size()).boxed().collect(Collectors.toMap(titles::get, row::get)))
                .toList();
    }
}
