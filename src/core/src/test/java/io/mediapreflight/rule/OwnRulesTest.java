package io.mediapreflight.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.OwnRule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Rules of a caller's own, which may do anything. */
class OwnRulesTest {
    private static final OwnRule SQUARE = new OwnRule("house/square", "the image is a square", "a square", "Crop it.");
    private static final OwnRule OTHER = new OwnRule("house/other", "another", "other", "Nothing.");

    private static Rule finding(OwnRule description, Supplier<List<Finding>> findings) {
        return new Rule() {
            @Override
            public OwnRule description() {
                return description;
            }

            @Override
            public List<Finding> judge(MediaFacts facts, Subject subject) {
                return findings.get();
            }
        };
    }

    private static List<Finding> judge(Rule... rules) {
        Probed probed = Probed.readable(
                Format.PNG, ImageFacts.builder().width(400).height(400).build(), Completeness.Whole.EXACT, List.of());
        return new Rules(Limits.klingV3MotionControl(), List.of(rules))
                .judge(probed, ByteCount.exactly(1000), Subject.image(), Optional.empty())
                .worstFirst();
    }

    @Test
    void what_they_find_stands_among_the_findings() {
        Finding found = Finding.of(SQUARE, Outcome.WARN, "400x300");
        assertThat(judge(finding(SQUARE, () -> List.of(found)))).containsExactly(found);
        assertThat(judge(finding(SQUARE, List::of))).isEmpty();
    }

    @Test
    void a_rule_that_throws_is_unknown_with_the_words_of_the_exception() {
        List<Finding> findings = judge(finding(SQUARE, () -> {
            throw new IllegalStateException("the list of squares is gone");
        }));
        assertThat(findings).extracting(Finding::severity).containsExactly(Outcome.UNKNOWN);
        assertThat(findings.get(0).rule()).isEqualTo(SQUARE);
        assertThat(findings.get(0).message())
                .contains("the list of squares is gone")
                .contains("house/square");
        assertThat(findings.get(0).fix().sentence().key()).isEqualTo("fix.report-to-rule-author");
    }

    @Test
    void or_without_any_words() {
        for (String words : Arrays.asList(null, " ")) {
            String message = judge(finding(SQUARE, () -> {
                        throw new IllegalStateException(words);
                    }))
                    .get(0)
                    .message();
            assertThat(message).contains("house/square").doesNotContain("null").doesNotContain("IllegalState");
        }
    }

    @Test
    void a_rule_that_reports_for_another_is_unknown_and_its_finding_is_left_out() {
        List<Finding> findings = judge(finding(SQUARE, () -> List.of(Finding.of(OTHER, Outcome.FAIL, "x"))));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).rule()).isEqualTo(SQUARE);
        assertThat(findings.get(0).severity()).isEqualTo(Outcome.UNKNOWN);
        assertThat(findings.get(0).message()).contains("house/other");
    }

    @Test
    void two_with_one_id_are_refused() {
        assertThatThrownBy(() -> judge(finding(SQUARE, List::of), finding(SQUARE, List::of)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("house/square");
        assertThat(judge(finding(SQUARE, List::of), finding(OTHER, List::of))).isEmpty();
    }

    @Test
    void one_by_a_function_is_called_with_the_facts() {
        Rule rule = Rule.of(
                SQUARE,
                (facts, subject) -> facts instanceof ImageFacts image && image.width() == 400
                        ? List.of(Finding.of(SQUARE, Outcome.FAIL, "400 wide"))
                        : List.of());
        assertThat(judge(rule)).extracting(Finding::actual).containsExactly("400 wide");
    }
}
