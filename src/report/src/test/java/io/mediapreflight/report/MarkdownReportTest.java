package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.report.exchange.MarkdownReport;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.source.SourceName;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    private static final int COMMENT = 65_536; // what GitHub accepts
    private static final MediaVerdict PASS = SampleResults.of("photo-small.jpg");
    private static final MediaVerdict FAIL = SampleResults.of("too-tall-300x900.jpg");
    private static final MediaVerdict WARN = SampleResults.of("sound-longer-than-picture.mp4");

    @Test
    void a_comment_begins_with_what_it_came_to() {
        assertThat(comment(true, PASS, WARN, FAIL)).startsWith("""
                        ### preflight: 2 of 3 need attention

                        | pass | warn | unknown | fail |
                        | ---: | ---: | ---: | ---: |
                        | 1 | 1 | 0 | 1 |

                        | rule |""");
    }

    @Test
    void nothing_to_do_is_said_in_a_few_lines() {
        assertThat(comment(true, PASS)).isEqualTo("""
                        ### preflight: nothing of 1 needs attention

                        | pass | warn | unknown | fail |
                        | ---: | ---: | ---: | ---: |
                        | 1 | 0 | 0 | 0 |
                        """);
        assertThat(comment(true)).startsWith("### preflight: nothing was checked\n");
    }

    @Test
    void the_worst_files_come_first_with_what_to_do() {
        List<List<String>> rows = MarkdownTables.rows(comment(true, WARN, PASS, FAIL), 3);
        assertThat(rows).extracting(row -> row.get(0)).containsExactly("fail", "warn");
        assertThat(MarkdownTables.text(rows.get(0).get(1))).isEqualTo("too-tall-300x900.jpg");
        assertThat(MarkdownTables.text(rows.get(0).get(2)))
                .startsWith("image.aspect-ratio The aspect ratio of the image is 1:3;")
                .endsWith("Fix: Crop it, or pad it.");
    }

    @Test
    void what_does_not_count_is_counted_apart() {
        assertThat(comment(true, SampleResults.accepted(FAIL, Acceptance.IGNORED)))
                .startsWith("### preflight: nothing of 1 needs attention\n")
                .contains("| pass | warn | unknown | fail | accepted |\n")
                .contains("| 0 | 0 | 0 | 1 | 1 |\n");
    }

    @Test
    void what_does_not_fit_is_counted() {
        Verdict[] many = Collections.nCopies(70, FAIL).toArray(Verdict[]::new);
        String comment = comment(true, many);
        assertThat(MarkdownTables.rows(comment, 3)).hasSize(50);
        assertThat(comment).endsWith("\nAnd 20 more.\n");
    }

    @Test
    void a_comment_of_long_names_still_fits() {
        MediaVerdict longName = HostileResults.of("=|`".repeat(2_000) + ".jpg");
        Verdict[] many = Collections.nCopies(60, longName).toArray(Verdict[]::new);
        assertThat(comment(true, many)).hasSizeLessThan(COMMENT).contains("\nAnd ");
    }

    @Test
    void a_run_that_ended_early_says_so() {
        assertThat(comment(false, PASS)).contains("**1 result only: the run ended early**\n");
    }

    @Test
    void the_media_of_a_request_are_in_its_row() {
        Verdict request = SampleResults.request("720P", FAIL, WARN).named(SourceName.of("request.json"));
        assertThat(MarkdownTables.text(
                        MarkdownTables.rows(comment(true, request), 3).get(0).get(2)))
                .contains("image.aspect-ratio reference_images[0].url: The aspect ratio")
                .contains("video.duration.max reference_videos[0].url: The duration");
    }

    private static String comment(boolean complete, Verdict... verdicts) {
        return new String(
                SampleResults.report(out -> new MarkdownReport(out, new Tool("preflight", "1")), complete, verdicts),
                StandardCharsets.UTF_8);
    }
}
