package io.mediapreflight.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {"acme/logo", "a/b", "acme.example/logo.corner-2"})
    void has_an_id_with_a_namespace(String id) {
        assertThat(own(id).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "logo", "image.size", "acme/", "/logo", "acme/logo/2", "acme/lo go", "acme/l\u00f6go"})
    void refuses_any_other_id(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> own(id)).withMessageContaining("acme/logo");
    }

    @ParameterizedTest
    @EnumSource(RuleId.class)
    void no_built_in_rule_is_called_so(RuleId rule) {
        assertThat(OwnRule.isNamespaced(rule.id())).isFalse();
    }

    @Test
    void stands_behind_the_built_in_rules_by_its_id() {
        List<RuleDescription> rules = List.of(own("b/a"), RuleId.VIDEO_SIZE, own("a/z"), RuleId.IMAGE_SIZE, own("a/b"));
        assertThat(rules.stream().sorted(RuleDescription::inOrder).map(RuleDescription::id))
                .containsExactly("image.size", "video.size", "a/b", "a/z", "b/a");
    }

    private static OwnRule own(String id) {
        return new OwnRule(id, "title", "bound", "remedy");
    }
}
