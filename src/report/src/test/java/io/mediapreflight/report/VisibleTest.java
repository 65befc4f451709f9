package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VisibleTest {
    @ParameterizedTest
    @MethodSource("io.mediapreflight.report.HostileNames#all")
    void a_terminal_sees_what_a_name_holds(String name, String shown, String word) {
        assertThat(Visible.name(name)).isEqualTo(shown);
    }

    @Test
    void text_keeps_its_backslashes() {
        assertThat(Visible.text("a\\b\u001b")).isEqualTo("a\\b\\x1b");
    }

    @Test
    void nothing_that_steers_a_terminal_gets_through() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            int type = Character.getType(codePoint);
            if (type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE) {
                assertThat(Visible.text(Character.toString(codePoint))).matches("\\\\[nrtxuU][0-9a-f]*");
            }
        }
    }
}
