package io.mediapreflight.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.spec.Bound;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.SizeLimit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {
    private static Finding finding(Outcome severity) {
        Limits limits = Limits.klingV3MotionControl().toBuilder()
                .imageSize(SizeLimit.bytes(10))
                .build();
        return new Findings(limits)
                .of(RuleId.IMAGE_SIZE, severity)
                .measuring(List.of(Measured.number("file", Fraction.of(11), Bound.BYTES)));
    }

    @Test
    void are_listed_worst_first_and_then_in_the_order_of_the_rules() {
        Findings findings = new Findings(Limits.klingV3MotionControl());
        findings.add(Finding.of(RuleId.VIDEO_DURATION_MAX, Outcome.WARN));
        findings.add(Finding.of(RuleId.VIDEO_DIMENSIONS, Outcome.FAIL));
        findings.add(Finding.of(RuleId.VIDEO_COMPLETE, Outcome.UNKNOWN));
        findings.add(Finding.of(RuleId.VIDEO_READABLE, Outcome.FAIL));
        findings.add(Finding.of(RuleId.VIDEO_NAME, Outcome.WARN));
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
        Findings findings = new Findings(Limits.klingV3MotionControl());
        findings.add(Finding.of(RuleId.IMAGE_SIZE, Outcome.FAIL));
        List<Finding> listed = findings.worstFirst();
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(listed::clear);
    }

    @Test
    void all_that_can_be_said_of_a_file_is_said() {
        byte[] clip = Mp4Builder.clip()
                .brand("3gp5")
                .video(track -> track.size(320, 240).encrypted())
                .duration(1000, 31_000)
                .bytes();
        assertThat(Judged.findings(Judged.video(clip)))
                .containsExactly(
                        "video.readable=fail",
                        "video.dimensions=fail",
                        "video.duration.max=fail",
                        "video.container=warn");
    }

    @Test
    void an_image_in_the_slot_of_a_video_is_no_video_whatever_an_image_must_be() {
        assertThat(Judged.findings(
                        Judged.video(PngBuilder.image().size(300, 900).bytes())))
                .containsExactly("media.kind=fail", "video.container=fail");
    }

    @Test
    void what_passes_is_no_finding() {
        assertThatIllegalArgumentException().isThrownBy(() -> finding(Outcome.PASS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FAIL    | The image has 11 bytes; at most 10 bytes is allowed.
            WARN    | The image has 11 bytes: fine if 10 bytes means 10 bytes, too large if it means 10 bytes.
            UNKNOWN | The image has 11 bytes; it could not be determined whether it is within 10 bytes.
            """)
    void a_sentence_says_what_was_found_what_is_allowed_and_why_it_is_no_plain_refusal(
            Outcome severity, String sentence) {
        assertThat(finding(severity).message()).isEqualTo(sentence);
    }
}
