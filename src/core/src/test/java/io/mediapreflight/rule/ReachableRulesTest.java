package io.mediapreflight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.probe.Probed;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.Slot;
import io.mediapreflight.text.Phrase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachableRulesTest {
    private static List<Finding> judge(Format format, String type) {
        return ReachableRules.judge(
                RuleId.REQUEST_IMAGE_REACHABLE,
                Probed.named(format, format.kind()),
                Optional.ofNullable(type),
                Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "JPEG, image/jpeg, false",
        "JPEG, image/png, true",
        "JPEG, image/x-unknown, false",
        "JPEG, video/x-unknown, true",
        "JPEG, application/octet-stream, false",
        "JPEG, text/html, true",
        "MP4, video/mp4; codecs=avc1, false",
        "MP4, video/quicktime, true",
        "JPEG, , false"
    })
    void a_media_type_that_contradicts_the_content_is_a_warning(Format format, String type, boolean warns) {
        List<Finding> findings = judge(format, type);
        assertThat(findings).hasSize(warns ? 1 : 0);
        if (warns) {
            assertThat(findings.get(0).rule()).isEqualTo(RuleId.REQUEST_IMAGE_REACHABLE);
            assertThat(findings.get(0).severity()).isEqualTo(Outcome.WARN);
            assertThat(findings.get(0).actual()).contains(type.substring(0, 5)).contains(format.label());
            assertThat(findings.get(0).fix().sentence().key()).isEqualTo("fix.media-type");
        }
    }

    @Test
    void a_page_in_place_of_media_fails_and_says_as_much_as_is_known() {
        assertThat(page(Optional.of(Phrase.verbatim("Dropbox")), Optional.of("https://example.com/login")))
                .contains("Dropbox");
        assertThat(page(Optional.empty(), Optional.of("https://example.com/login")))
                .contains("https://example.com/login");
        assertThat(page(Optional.empty(), Optional.empty())).isNotBlank().doesNotContain("example.com");
    }

    private static String page(Optional<Phrase> known, Optional<String> elsewhere) {
        List<Finding> findings = ReachableRules.judge(
                RuleId.REQUEST_VIDEO_REACHABLE,
                Probed.named(Format.HTML, Format.HTML.kind()),
                Optional.of("video/mp4"),
                known,
                elsewhere);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).severity()).isEqualTo(Outcome.FAIL);
        assertThat(findings.get(0).fix().sentence().key()).isEqualTo("fix.direct-link");
        return findings.get(0).actual();
    }

    @Test
    void each_slot_has_its_rule() {
        assertThat(ReachableRules.rule(Optional.of(Slot.IMAGE))).isEqualTo(RuleId.REQUEST_IMAGE_REACHABLE);
        assertThat(ReachableRules.rule(Optional.of(Slot.VIDEO))).isEqualTo(RuleId.REQUEST_VIDEO_REACHABLE);
        assertThat(ReachableRules.rule(Optional.empty())).isEqualTo(RuleId.FILE_ACCESS);
    }
}
