package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.text.SafeText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileNamesTest {
    @ParameterizedTest
    @MethodSource("io.mediapreflight.report.HostileNames#all")
    void a_terminal_sees_what_a_name_holds(String name, String shown, String word) {
        assertThat(SafeText.name(name)).isEqualTo(shown);
    }
}
