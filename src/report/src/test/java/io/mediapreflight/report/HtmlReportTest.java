package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.report.html.HtmlReport;
import io.mediapreflight.report.html.Thumbnailer;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.source.SourceName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final Tool TOOL = new Tool("preflight", "1.2.3");
    private static final MediaVerdict PASS = SampleResults.of("photo-small.jpg");
    private static final MediaVerdict FAIL = SampleResults.of("too-tall-300x900.jpg");
    private static final MediaVerdict WARN = SampleResults.of("sound-longer-than-picture.mp4");
    private static final MediaVerdict LONG = SampleResults.of("too-long-30.1s.mp4");

    @Test
    void a_page_allows_its_own_style_and_script_and_fetches_nothing() {
        page(PASS, WARN, FAIL).requireClosed();
    }

    @Test
    void a_page_begins_with_what_it_came_to() {
        HtmlPage page = page(PASS, WARN, FAIL);
        assertThat(page.result()).isEqualTo("2 of 3 need attention");
        assertThat(page.document().select("button.outcome").eachText())
                .containsExactly("1 fail", "0 unknown", "1 warn", "1 pass");
        assertThat(page.document().title()).isEqualTo("preflight 1.2.3: 2 of 3 need attention");
    }

    @Test
    void the_worst_files_come_first() {
        assertThat(page(PASS, WARN, FAIL).names())
                .containsExactly("too-tall-300x900.jpg", "sound-longer-than-picture.mp4", "photo-small.jpg");
    }

    @Test
    void a_row_has_what_was_found_with_its_limit_and_its_fix() {
        HtmlPage page = page(FAIL);
        assertThat(page.finding(0, 0, 0)).isEqualTo("image.aspect-ratio");
        assertThat(page.finding(0, 0, 1)).isEqualTo("fail");
        assertThat(page.finding(0, 0, 2)).isEqualTo(FAIL.findings().get(0).message());
        assertThat(page.finding(0, 0, 3)).isEqualTo("1:3");
        assertThat(page.finding(0, 0, 4)).isEqualTo(FAIL.findings().get(0).limit());
        assertThat(page.finding(0, 0, 5)).isEqualTo("Crop it, or pad it.");
    }

    @Test
    void a_command_reads_as_in_every_report() {
        MediaVerdict elsewhere = FAIL.named(SourceName.of("shots/day 1/it's.tall.jpg"));
        for (MediaVerdict each : List.of(FAIL, LONG, elsewhere)) {
            assertThat(page(each).command(0)).isEqualTo(Wording.command(each).orElseThrow());
        }
    }

    @Test
    void what_does_not_count_says_why() {
        HtmlPage page = page(SampleResults.accepted(FAIL, Acceptance.IGNORED));
        assertThat(page.row(0).path("a").asInt()).isEqualTo(1);
        assertThat(page.finding(0, 0, 6)).isEqualTo("ignored: image.aspect-ratio does not count in this run");
        assertThat(page.document().select("button.accepted").text()).isEqualTo("1 accepted");
    }

    @Test
    void the_media_of_a_request_are_in_its_row_and_in_the_plots() {
        Verdict request = SampleResults.request("720P", FAIL, WARN).named(SourceName.of("request.json"));
        HtmlPage page = page(request);
        assertThat(page.names()).containsExactly("request.json");
        assertThat(page.places(0)).contains("reference_images[0].url", "reference_videos[0].url");
        assertThat(page.lane("ratios", 0).path("count").asInt()).isEqualTo(1);
        assertThat(page.lane("durations", 0).path("count").asInt()).isEqualTo(1);
    }

    @Test
    void a_point_names_its_file_and_what_its_limit_says_of_it() {
        HtmlPage page = page(PASS, FAIL);
        assertThat(page.lane("ratios", 0).path("points").toString()).isEqualTo("[[0.333333,3,0],[0.75,0,1]]");
        assertThat(page.lane("sizes", 0).path("points").path(0).path(1).asInt()).isZero();
    }

    @Test
    void plots_have_the_limits_in_force() {
        assertThat(page(LONG).lane("durations", 0).path("lines").toString())
                .contains("\"at\":3,\"label\":\"3 s\"")
                .contains("\"at\":10,\"label\":\"10 s, image\"")
                .contains("\"at\":30,\"label\":\"30 s, video\"");
        assertThat(page(LONG).lane("sides", 0).path("min").asInt()).isEqualTo(340);
        assertThat(page(LONG).lane("sizes", 1).path("lines").path(0).path("at").asLong())
                .isEqualTo(100_000_000);
        assertThat(page(FAIL)
                        .lane("ratios", 0)
                        .path("lines")
                        .path(0)
                        .path("label")
                        .asString())
                .isEqualTo("1:2.5");
    }

    @Test
    void of_many_files_the_worst_have_rows_and_points_and_the_others_are_counted() {
        List<Verdict> many = new ArrayList<>(numbered(PASS, 6_000));
        many.add(FAIL);
        HtmlPage page = page(many);
        assertThat(page.names()).hasSize(5_000).startsWith("too-tall-300x900.jpg", "take-0.jpg");
        assertThat(page.document().select(".rest").text())
                .isEqualTo("The table has the 5,000 worst of 6,001 results. The other 1,001 are counted above; "
                        + "add -o report.csv to the same command to write all of them to a table.");
        assertThat(page.lane("ratios", 0).path("count").asInt()).isEqualTo(6_001);
        assertThat(page.lane("ratios", 0).path("points")).hasSize(1_000);
        assertThat(page.lane("ratios", 0).path("points").path(0).path(2).asInt())
                .isZero();
    }

    @Test
    void a_table_of_all_that_is_written_beside_it_is_named() {
        List<Verdict> many = numbered(PASS, 5_001);
        byte[] html = SampleResults.report(
                out -> new HtmlReport(out, TOOL, Optional.of("all.csv"), Optional.empty()),
                many.toArray(Verdict[]::new));
        assertThat(HtmlPage.of(html).document().select(".rest").text()).endsWith("all of them are in all.csv.");
    }

    @Test
    void a_page_of_long_texts_is_bounded() {
        MediaVerdict longName = HostileResults.of("=|`".repeat(2_000) + ".jpg");
        byte[] html = bytes(Collections.nCopies(3_000, longName));
        assertThat(html).hasSizeLessThan(3_000_000);
        assertThat(HtmlPage.of(html).names()).hasSizeBetween(100, 2_999).allMatch(name -> name.endsWith(".jpg"));
    }

    @Test
    void a_run_that_ended_early_says_so() {
        byte[] html = SampleResults.report(out -> new HtmlReport(out, TOOL), false, PASS);
        assertThat(HtmlPage.of(html).document().select("p.alarm").first().text())
                .isEqualTo("1 result only: the run ended early");
    }

    @Test
    void thumbnails_are_of_what_is_in_the_table_and_bounded() {
        AtomicInteger asked = new AtomicInteger();
        Thumbnailer thumbnailer = media -> {
            asked.addAndGet(media.size());
            return Collections.nCopies(media.size(), Optional.of(new byte[] {1, 2, 3}));
        };
        HtmlPage page = HtmlPage.of(SampleResults.report(
                out -> new HtmlReport(out, TOOL, Optional.empty(), Optional.of(thumbnailer)),
                numbered(FAIL, 2_000).toArray(Verdict[]::new)));
        assertThat(asked).hasValue(500);
        assertThat(page.row(0).path("g").asString()).isEqualTo("AQID");
        assertThat(page.row(1_000).has("g")).isFalse();
    }

    @Test
    void large_thumbnails_are_bounded_together() {
        byte[] large = new byte[48 * 1024];
        byte[] html = SampleResults.report(
                out -> new HtmlReport(
                        out,
                        TOOL,
                        Optional.empty(),
                        Optional.of(media -> Collections.nCopies(media.size(), Optional.of(large)))),
                numbered(FAIL, 200).toArray(Verdict[]::new));
        assertThat(html.length).isBetween(4_000_000, 5_500_000);
    }

    private static List<Verdict> numbered(MediaVerdict verdict, int count) {
        return IntStream.range(0, count)
                .<Verdict>mapToObj(i -> verdict.named(SourceName.of("take-" + i + ".jpg")))
                .toList();
    }

    private static HtmlPage page(Verdict... verdicts) {
        return page(List.of(verdicts));
    }

    private static HtmlPage page(List<Verdict> verdicts) {
        return HtmlPage.of(bytes(verdicts));
    }

    private static byte[] bytes(List<? extends Verdict> verdicts) {
        return SampleResults.report(out -> new HtmlReport(out, TOOL), verdicts.toArray(Verdict[]::new));
    }
}
