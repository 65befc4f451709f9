package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.RequestVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.text.SafeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditTextReportTest {
    private static final TextReport.Style QUIET = new TextReport.Style(false, true, false, 0);
    private static final TextReport.Style VERBOSE = new TextReport.Style(false, false, true, 0);
    private static final TextReport.Style COLOURED = new TextReport.Style(true, false, false, 0);
    private static final Acceptance IN_FORCE = new Acceptance("shot in 2025", LocalDate.of(2099, 10, 1), true);
    private static final Acceptance EXPIRED = new Acceptance("shot in 2025", LocalDate.of(2026, 10, 1), false);
    private static final String TALL = "too-tall-300x900.jpg";

    @Test
    void what_needs_attention_stands_below_its_directory() {
        assertThat(audit(
                        TextReport.Style.PLAIN,
                        in("", "drawing.png"),
                        in("", TALL),
                        in("day 1/", "photo-small.jpg"),
                        in("day 1/", "missing.jpg"),
                        in("day 1/", "too-small-299x400.jpg"),
                        in("day 2/", "photo-small.jpg")))
                .startsWith("""
                        shots/
                          fail     too-tall-300x900.jpg  JPEG 300x900, 12.1 kB
                                   fail image.aspect-ratio: The aspect ratio of the image is 1:3; it must be within 1:2.5 to 2.5:1.
                                   fix: Crop it, or pad it.
                                   plan: pad to 360x900 with white, encode as JPEG:
                                         ffmpeg -nostdin -noautorotate -f jpeg_pipe -i file:shots/too-tall-300x900.jpg -map 0:v:0 -frames:v 1 -vf 'pad=360:900:(ow-iw)/2:(oh-ih)/2:color=white,scale=out_color_matrix=bt601:out_range=full' -c:v mjpeg -q:v 2 -pix_fmt yuvj420p -f image2 -update 1 file:shots/too-tall-300x900-fixed.jpg

                        shots/day 1/
                          unknown  missing.jpg
                        """)
                .contains("\n  fail     too-small-299x400.jpg  JPEG 299x400, ")
                .doesNotContain("drawing.png", "photo-small.jpg", "day 2");
    }

    @Test
    void a_file_that_could_not_be_read_is_not_counted_as_checked() {
        assertThat(audit(TextReport.Style.PLAIN, in("", "drawing.png"), in("", "missing.jpg")))
                .contains("unknown      1\n", "\n1 file checked, 1 could not be read, ");
    }

    @Test
    void a_request_is_checked_although_its_media_could_not_be_read() {
        assertThat(audit(TextReport.Style.PLAIN, SampleResults.request("720P", SampleResults.of("missing.jpg"))))
                .contains("\n1 request checked, 1 media file could not be read, ");
    }

    @Test
    void the_end_counts_outcomes_and_rules() {
        assertThat(audit(
                        TextReport.Style.PLAIN,
                        in("", "drawing.png"),
                        in("", "photo-small.jpg"),
                        in("", "document.pdf").named(SourceName.of("a.pdf")).asSkipped(),
                        in("", "too-small-299x400.jpg"),
                        in("", "sound-longer-than-picture.mp4"),
                        SampleResults.accepted(in("", TALL), IN_FORCE)))
                .endsWith("""

                        outcome   files
                        pass          2
                        warn          1
                        fail          2
                        skipped       1
                        accepted      1  of these, accepted by the baseline or ignored; the service may still refuse them

                        rule                warn  unknown  fail
                        image.dimensions       0        0     1
                        image.aspect-ratio     0        0     1
                        video.duration.max     1        0     0

                        5 files checked, 167.3 kB, in 2.0 s (2 files/s)
                        """);
    }

    /** As in every other form of a report, so that two forms of one audit agree. */
    @Test
    void a_rule_is_counted_also_where_the_finding_of_another_is_shown_in_its_place() {
        String text = audit(TextReport.Style.PLAIN, in("", "truncated-moov-lost.mp4"));
        assertThat(text).contains("fail video.readable: ", "\nvideo.readable  ", "\nvideo.complete  ");
        assertThat(text).doesNotContain("fail video.complete: ");
    }

    @Test
    void where_all_is_well_only_the_end_is_reported() {
        assertThat(audit(TextReport.Style.PLAIN, in("", "drawing.png"))).isEqualTo("""
                        outcome  files
                        pass         1

                        1 file checked, 31.7 kB, in 2.0 s
                        """);
    }

    @Test
    void large_numbers_are_grouped_in_their_columns() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AuditTextReport(out, TextReport.Style.PLAIN)
                .end(new Summary(
                        new Counts(18_203, 12, 1, 40),
                        new Counts(0, 1, 0, 2),
                        new Counts(18_206, 11, 1, 38),
                        7,
                        0,
                        Map.of(),
                        Map.of(),
                        3_200_000_000L,
                        0,
                        Duration.ofMillis(1900),
                        true));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                outcome    files
                pass      18,203
                warn          12
                unknown        1
                fail          40
                skipped        7
                accepted       3  of these, accepted by the baseline or ignored; the service may still refuse them

                18,256 files checked, 3.2 GB, in 1.9 s (9,608 files/s)
                """);
    }

    @Test
    void what_is_accepted_is_counted_only() {
        assertThat(audit(TextReport.Style.PLAIN, SampleResults.accepted(in("", TALL), IN_FORCE)))
                .startsWith("outcome   files\nfail          1\naccepted      1  ");
    }

    @Test
    void an_acceptance_that_has_expired_is_reported() {
        assertThat(audit(QUIET, SampleResults.accepted(in("", TALL), EXPIRED)).lines())
                .contains("           accepted until 2026-10-01: shot in 2025 (expired)");
    }

    @Test
    void verbose_lists_everything() {
        assertThat(audit(
                        VERBOSE,
                        in("", "drawing.png"),
                        SampleResults.accepted(in("", TALL), IN_FORCE),
                        in("", "document.pdf")
                                .named(SourceName.within("shots", "a.pdf"))
                                .asSkipped()))
                .contains(
                        "shots/\n  pass     drawing.png  PNG 360x480, 31.7 kB\n           format png, bytes 31790,",
                        "  fail     too-tall-300x900.jpg",
                        "           accepted until 2099-10-01: shot in 2025\n",
                        "  skipped  a.pdf  PDF");
    }

    @Test
    void quiet_leaves_out_the_end() {
        assertThat(audit(QUIET, in("", "drawing.png"))).isEmpty();
        assertThat(audit(QUIET, in("", TALL))).startsWith("shots/\n  fail ").doesNotContain("checked");
    }

    @Test
    void an_interruption_is_reported_last_and_always() {
        String last = "INCOMPLETE: the run ended early, after 1 result\n";
        assertThat(interrupted(TextReport.Style.PLAIN, in("", TALL))).endsWith("\n\n" + last);
        assertThat(interrupted(QUIET, in("", "drawing.png"))).isEqualTo(last);
        assertThat(interrupted(TextReport.Style.PLAIN)).isEqualTo("INCOMPLETE: the run ended early, after 0 results\n");
    }

    @Test
    void an_audit_without_media_says_so() {
        String none = "No media found: nothing that was looked at is an image or a video by content or by name";
        assertThat(audit(TextReport.Style.PLAIN)).isEqualTo(none + ".\n");
        assertThat(audit(
                        TextReport.Style.PLAIN,
                        in("", "document.pdf").named(SourceName.of("a.pdf")).asSkipped()))
                .isEqualTo(none + " (1 file skipped).\n");
    }

    @Test
    void a_request_is_reported_by_its_whole_name_between_the_directories() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AuditTextReport report = new AuditTextReport(out, TextReport.Style.PLAIN);
        report.add(in("", "missing.jpg"));
        report.add(row(3, in("", TALL)));
        report.add(row(4, in("", "drawing.png")));
        report.add(row(5, in("", "missing.jpg")));
        report.add(in("", "missing.jpg"));
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .filteredOn(line -> !line.startsWith("           "))
                .containsExactly(
                        "shots/",
                        "  unknown  missing.jpg",
                        "",
                        "fail     jobs/list.csv:3 (dance\\n3)  request",
                        "fail     reference_images[0].url: shots/too-tall-300x900.jpg  JPEG 300x900, 12.1 kB",
                        "         fail image.aspect-ratio: The aspect ratio of the image is 1:3; it must be within 1:2.5 to 2.5:1.",
                        "         fix: Crop it, or pad it.",
                        "         plan: pad to 360x900 with white, encode as JPEG:",
                        "unknown  jobs/list.csv:5 (dance\\n5)  request",
                        "unknown  reference_images[0].url: shots/missing.jpg",
                        "         unknown file.access: There is no such file.",
                        "         fix: Check the name and the directory.",
                        "",
                        "shots/",
                        "  unknown  missing.jpg");
    }

    @Test
    void requests_are_counted_as_such() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AuditTextReport report = new AuditTextReport(out, TextReport.Style.PLAIN);
        Tally tally = new Tally();
        tally.add(row(1, in("", "drawing.png")));
        report.end(tally.summary(Duration.ZERO, true));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                outcome  requests
                pass            1

                1 request checked, 31.7 kB, in 0 ms
                """);
    }

    @Test
    void colours_are_for_terminals() {
        assertThat(audit(COLOURED, in("", TALL)))
                .startsWith("\033[1mshots/\033[0m\n  \033[1;31mfail\033[0m     too-tall")
                .contains("\n\033[1;31mfail\033[0m         1\n");
        assertThat(audit(TextReport.Style.PLAIN, in("", TALL))).doesNotContain("\033");
    }

    @ParameterizedTest
    @MethodSource("io.mediapreflight.report.HostileNames#all")
    void no_name_can_steer_a_terminal(String name, String shown, String word) {
        Acceptance hostile = new Acceptance(name, EXPIRED.expires(), false);
        MediaVerdict result = SampleResults.accepted(SampleResults.of(TALL, SourceName.within(name, name)), hostile);
        assertThat(audit(QUIET, result).lines())
                .hasSize(7)
                .allSatisfy(line -> assertThat(SafeText.holdsHidden(line)).isFalse());
    }

    private static MediaVerdict in(String directory, String file) {
        return SampleResults.of(file, SourceName.within("shots", directory + file));
    }

    private static RequestVerdict row(long number, MediaVerdict item) {
        RequestVerdict request = SampleResults.request("720P", item);
        return request.named(SourceName.of("jobs/list.csv").row(number, Optional.of("dance\n" + number)));
    }

    private static String audit(TextReport.Style style, Verdict... results) {
        return text(style, true, results);
    }

    private static String interrupted(TextReport.Style style, Verdict... results) {
        return text(style, false, results);
    }

    private static String text(TextReport.Style style, boolean complete, Verdict... results) {
        byte[] report = SampleResults.report(out -> new AuditTextReport(out, style), complete, results);
        return new String(report, StandardCharsets.UTF_8);
    }
}
