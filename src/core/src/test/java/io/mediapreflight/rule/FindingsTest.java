package io.mediapreflight.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.spec.RuleId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {
    private static Finding finding(Outcome severity) {
        return new Finding(RuleId.IMAGE_SIZE, severity, "11 bytes", "at most 10 bytes", Fix.of("Shrink it."));
    }

    @Test
    void are_listed_worst_first_and_then_in_the_order_of_the_rules() {
        Findings findings = new Findings();
        findings.add(RuleId.VIDEO_DURATION_MAX, Outcome.WARN, "", "", Fix.of(""));
        findings.add(RuleId.VIDEO_DIMENSIONS, Outcome.FAIL, "", "", Fix.of(""));
        findings.add(RuleId.VIDEO_COMPLETE, Outcome.UNKNOWN, "", "", Fix.of(""));
        findings.add(RuleId.VIDEO_READABLE, Outcome.FAIL, "", "", Fix.of(""));
        findings.add(RuleId.VIDEO_NAME, Outcome.WARN, "", "", Fix.of(""));
        assertThat(findings.worstFirst())
                .extracting(Finding::rule)
                .containsExactly(
                        RuleId.VIDEO_READABLE,
                        RuleId.VIDEO_DIMENSIONS,
                        RuleId.VIDEO_COMPLETE,
                        RuleId.VIDEO_NAME,
                        RuleId.VIDEO_DURATION_MAX);
    }

    @Test
    void cannot_be_changed_from_outside() {
        Findings findings = new Findings();
        findings.add(RuleId.IMAGE_SIZE, Outcome.FAIL, "", "", Fix.of(""));
        List<Finding> listed = findings.worstFirst();
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(listed::clear);
    }

    @Test
    void all_that_can_be_said_of_a_file_is_said() {
        byte[] film = Mp4Builder.film()
                .brand("3gp5")
                .video(track -> track.size(320, 240).encrypted())
                .duration(1000, 31_000)
                .bytes();
        assertThat(Judged.findings(Judged.video(film)))
                .containsExactly(
                        "video.readable=fail",
                        "video.dimensions=fail",
                        "video.duration.max=fail",
                        "video.container=warn");
    }

    @Test
    void an_image_in_the_slot_of_a_video_is_no_video_whatever_an_image_must_be() {
        assertThat(Judged.findings(
                        Judged.video(PngBuilder.picture().size(300, 900).bytes())))
                .containsExactly("media.kind=fail", "video.container=fail");
    }

    @Test
    void what_passes_is_no_finding() {
        assertThatIllegalArgumentException().isThrownBy(() -> finding(Outcome.PASS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FAIL    | The image has 11 bytes; at most 10 bytes is allowed.
            WARN    | The image has 11 bytes; at most 10 bytes is allowed. The service may accept or refuse it.
            UNKNOWN | The image has 11 bytes; at most 10 bytes is allowed. This could not be determined for certain, so it is not cleared.
            """)
    void a_sentence_says_what_was_found_what_is_allowed_and_why_it_is_no_plain_refusal(
            Outcome severity, String sentence) {
        assertThat(finding(severity).message()).isEqualTo(sentence);
    }
}
