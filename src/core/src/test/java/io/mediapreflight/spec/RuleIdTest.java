package io.mediapreflight.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RuleIdTest {
    private static final Limits LIMITS = Limits.klingV3MotionControl();

    @Test
    void media_rules_have_the_public_ids_in_the_order_of_the_specification() {
        List<String> media = Arrays.stream(RuleId.values())
                .map(RuleId::id)
                .filter(id -> !id.startsWith("request."))
                .toList();
        assertThat(media)
                .containsExactly(
                        "file.access",
                        "media.kind",
                        "image.readable",
                        "image.format",
                        "image.name",
                        "image.complete",
                        "image.size",
                        "image.dimensions",
                        "image.aspect-ratio",
                        "image.decodable",
                        "video.readable",
                        "video.container",
                        "video.name",
                        "video.complete",
                        "video.size",
                        "video.dimensions",
                        "video.duration.min",
                        "video.duration.max",
                        "video.decodable");
    }

    @ParameterizedTest
    @EnumSource(RuleId.class)
    void a_rule_is_found_by_its_id(RuleId rule) {
        assertThat(RuleId.of(rule.id())).contains(rule);
    }

    @Test
    void an_id_that_no_rule_has_finds_none() {
        assertThat(RuleId.of("image.beauty")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RuleId.class)
    void every_rule_explains_itself(RuleId rule) {
        assertThat(List.of(
                        rule.title(),
                        rule.bound(LIMITS),
                        rule.example(LIMITS),
                        rule.remedy(),
                        rule.origin().inWords()))
                .allMatch(words -> !words.isBlank() && !words.contains("{") && !words.startsWith(rule.id() + "."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IMAGE_FORMAT       | JPEG or PNG
            IMAGE_SIZE         | at most 10 MB
            IMAGE_DIMENSIONS   | 300 to 65,536 px
            IMAGE_ASPECT_RATIO | 1:2.5 to 2.5:1
            VIDEO_SIZE         | at most 100 MB
            VIDEO_DIMENSIONS   | 340 to 3,850 px
            VIDEO_DURATION_MIN | at least 3 s
            VIDEO_DURATION_MAX | 10 s with character_orientation image, 30 s with character_orientation video
            """)
    void bounds_in_words_are_made_from_the_limits(RuleId rule, String words) {
        assertThat(rule.bound(LIMITS)).isEqualTo(words);
    }

    @Test
    void bounds_in_words_follow_other_limits() {
        Limits house = LIMITS.toBuilder().imageSide(new Span(1024, 8192)).build();
        assertThat(RuleId.IMAGE_DIMENSIONS.bound(house)).isEqualTo("1,024 to 8,192 px");
    }
}
