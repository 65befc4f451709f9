package io.mediapreflight.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DisplayMatrixTest {
    private static final long ONE = 0x10000;

    @ParameterizedTest
    @MethodSource("io.mediapreflight.fixture.RightAngles#all")
    void reports_the_eight_ways_to_turn_a_frame(long a, long b, long c, long d, int clockwise, boolean mirrored) {
        DisplayMatrix matrix = new DisplayMatrix(a * ONE, b * ONE, c * ONE, d * ONE);
        assertThat(matrix.rotation()).hasValue(clockwise);
        assertThat(matrix.mirrors()).isEqualTo(mirrored);
    }

    @ParameterizedTest
    @CsvSource({"46341, 46341, -46341, 46341", "0, 0, 0, 0", "65536, 300, 0, 65536"})
    void reports_no_angle_for_other_matrices(long a, long b, long c, long d) {
        assertThat(new DisplayMatrix(a, b, c, d).rotation()).isEmpty();
    }
}
