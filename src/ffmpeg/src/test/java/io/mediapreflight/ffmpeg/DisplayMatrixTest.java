package io.mediapreflight.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayMatrixTest {
    private static final long ONE = 0x10000;

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 1, 0, false",
        "0, 1, -1, 0, 90, false",
        "-1, 0, 0, -1, 180, false",
        "0, -1, 1, 0, 270, false",
        "-1, 0, 0, 1, 0, true",
        "1, 0, 0, -1, 180, true",
        "0, 1, 1, 0, 90, true",
        "0, -1, -1, 0, 270, true"
    })
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
