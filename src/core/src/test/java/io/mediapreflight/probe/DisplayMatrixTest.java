package io.mediapreflight.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DisplayMatrixTest {
    private static final long ONE = 0x10000;
    private static final DisplayMatrix QUARTER = new DisplayMatrix(0, ONE, -ONE, 0);
    private static final DisplayMatrix LEFT_FOR_RIGHT = new DisplayMatrix(-ONE, 0, 0, ONE);

    @ParameterizedTest
    @MethodSource("io.mediapreflight.fixture.RightAngles#all")
    void reports_all_eight_ways_to_turn_and_mirror(int a, int b, int c, int d, int rotation, boolean mirrors) {
        DisplayMatrix matrix = new DisplayMatrix(a * ONE, b * ONE, c * ONE, d * ONE);
        assertThat(matrix.rotation()).hasValue(rotation);
        assertThat(matrix.mirrors()).isEqualTo(mirrors);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "2, false", "3, false", "0, true", "1, true", "2, true", "3, true"})
    void quarter_turns_and_then_a_mirror_are_reported_as_such(int quarters, boolean mirror) {
        DisplayMatrix matrix = DisplayMatrix.IDENTITY;
        for (int i = 0; i < quarters; i++) {
            matrix = matrix.then(QUARTER);
        }
        DisplayMatrix all = mirror ? matrix.then(LEFT_FOR_RIGHT) : matrix;
        assertThat(all.rotation()).hasValue(90 * quarters);
        assertThat(all.mirrors()).isEqualTo(mirror);
    }

    @ParameterizedTest
    @CsvSource({
        "46341, 46341, -46341, 46341", // an eighth of a turn
        "65536, 300, 0, 65536" // sheared by more than rounding
    })
    void an_angle_that_is_no_multiple_of_90_is_not_reported(long a, long b, long c, long d) {
        assertThat(new DisplayMatrix(a, b, c, d).rotation()).isEmpty();
    }

    @Test
    void a_matrix_of_zeros_says_nothing() {
        assertThat(new DisplayMatrix(0, 0, 0, 0).rotation()).isEmpty();
        assertThat(new DisplayMatrix(0, 0, 0, 0).mirrors()).isFalse();
    }

    @Test
    void rounding_noise_and_scaling_are_no_rotation() {
        assertThat(new DisplayMatrix(2 * ONE, 3, -3, ONE).rotation()).hasValue(0);
        assertThat(new DisplayMatrix(3, ONE, -ONE, -3).rotation()).hasValue(90);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "90, 90", "180, 180", "270, 270"})
    void the_track_header_turns_the_frame(int turned, int rotation) {
        VideoFacts facts = Judged.videoFacts(Judged.video(
                Mp4Builder.clip().video(track -> track.turnedClockwise(turned)).bytes()));
        assertThat(facts.rotation()).hasValue(rotation);
        assertThat(facts.mirrored()).isFalse();
        assertThat(facts.size()).hasToString("Optional[640x360]");
    }

    @Test
    void the_movie_header_turns_it_further() {
        VideoFacts facts = Judged.videoFacts(Judged.video(Mp4Builder.clip()
                .matrix(0, ONE, -ONE, 0)
                .video(track -> track.turnedClockwise(180))
                .bytes()));
        assertThat(facts.rotation()).hasValue(270);
    }
}
