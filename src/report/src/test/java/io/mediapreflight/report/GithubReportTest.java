package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.report.exchange.GithubReport;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.source.SourceName;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GithubReportTest {
    private static final MediaVerdict TALL = SampleResults.of("too-tall-300x900.jpg", SourceName.of("./a,b: 5%.jpg"));
    private static final String PLACE = "file=a%2Cb%3A 5%25.jpg,title=image.aspect-ratio::";
    private static final String MESSAGE =
            "The aspect ratio of the image is 1:3; it must be within 1:2.5 to 2.5:1." + " Fix: Crop it, or pad it.";

    @Test
    void a_failure_is_an_error_at_its_file() {
        assertThat(log(true, TALL)).isEqualTo("::error " + PLACE + MESSAGE + "\n");
    }

    @Test
    void what_is_unknown_is_an_error_and_a_warning_is_a_warning() {
        assertThat(log(true, SampleResults.of("missing.mp4")))
                .startsWith("::error file=missing.mp4,title=file.access::");
        assertThat(log(true, SampleResults.of("sound-longer-than-picture.mp4")))
                .startsWith("::warning file=sound-longer-than-picture.mp4,title=video.duration.max::");
    }

    @Test
    void what_does_not_count_is_a_notice() {
        assertThat(log(true, SampleResults.accepted(TALL, Acceptance.IGNORED)))
                .isEqualTo("::notice " + PLACE + MESSAGE + " ignored: image.aspect-ratio does not count in this run\n");
    }

    @Test
    void what_passes_is_not_annotated() {
        assertThat(log(true, SampleResults.of("photo-small.jpg"))).isEmpty();
    }

    @Test
    void a_run_that_ended_early_is_an_error() {
        assertThat(log(false, SampleResults.of("photo-small.jpg")))
                .isEqualTo("::error::1 result only: the run ended early\n");
    }

    private static String log(boolean complete, Verdict... verdicts) {
        return new String(SampleResults.report(GithubReport::new, complete, verdicts), StandardCharsets.UTF_8);
    }
}
