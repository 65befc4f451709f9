package io.mediapreflight.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ColourTest {
    @Test
    void colours_are_not_welcome_everywhere() {
        assertThat(Console.welcomesColour(Map.of())).isTrue();
        assertThat(Console.welcomesColour(Map.of("NO_COLOR", ""))).isTrue();
        assertThat(Console.welcomesColour(Map.of("NO_COLOR", "0"))).isFalse();
        assertThat(Console.welcomesColour(Map.of("TERM", "dumb"))).isFalse();
    }
}
