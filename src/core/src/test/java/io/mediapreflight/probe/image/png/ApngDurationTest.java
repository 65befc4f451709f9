package io.mediapreflight.probe.image.png;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.image.Probing;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApngDurationTest {
    private static byte[] announced(int frames) {
        return PngBuilder.chunk("acTL", Bytes.u32(frames), Bytes.u32(0));
    }

    private static byte[] control(int delay, int over) {
        return PngBuilder.chunk("fcTL", Bytes.zeros(20), Bytes.u16(delay), Bytes.u16(over), Bytes.zeros(2));
    }

    private static byte[] data(int length) {
        return PngBuilder.chunk("fdAT", Bytes.zeros(length));
    }

    private static ImageFacts facts(PngBuilder png) throws IOException {
        return Probing.facts(Probing.png(png.bytes()));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 10, 1, 10, 1, 5",
        "1, 3, 1, 7, 10, 21",
        "5, 0, 5, 100, 1, 10",
        "65535, 65535, 1, 65534, 65535, 65534"
    })
    void the_delays_of_all_frames_add_up(int one, int over, int other, int overOther, long numerator, long denominator)
            throws IOException {
        ImageFacts facts = facts(PngBuilder.image()
                .before(announced(2))
                .before(control(one, over))
                .behind(control(other, overOther))
                .behind(data(100)));

        assertThat(facts.animated()).contains(true);
        assertThat(facts.duration().map(Fraction::reduced)).contains(new Fraction(numerator, denominator));
    }

    /** The still image of such a file is for viewers that know no animation. */
    @Test
    void an_image_that_is_no_frame_has_no_delay() throws IOException {
        ImageFacts facts = facts(PngBuilder.image()
                .before(announced(2))
                .behind(control(1, 2))
                .behind(data(10))
                .behind(control(1, 4))
                .behind(data(10)));

        assertThat(facts.duration().map(Fraction::reduced)).contains(new Fraction(3, 4));
    }

    @Test
    void a_frame_of_no_delay_leaves_the_duration_unknown() throws IOException {
        ImageFacts facts = facts(
                PngBuilder.image().before(announced(2)).before(control(1, 9)).behind(control(0, 9)));

        assertThat(facts.animated()).contains(true);
        assertThat(facts.duration()).isEmpty();
    }

    @Test
    void frames_beyond_what_is_read_leave_the_duration_unknown() throws IOException {
        ImageFacts facts = facts(PngBuilder.image()
                .before(announced(2))
                .before(control(1, 9))
                .imageData(1, 50_000)
                .behind(control(1, 9))
                .behind(data(50_000)));

        assertThat(facts.duration()).isEmpty();
    }

    @Test
    void one_frame_is_no_animation() throws IOException {
        ImageFacts facts = facts(PngBuilder.image().before(announced(1)).before(control(1, 9)));

        assertThat(facts.animated()).contains(false);
        assertThat(facts.duration()).isEmpty();
    }
}
