package io.mediapreflight.ffmpeg.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.rule.Advice;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Fraction;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ImageContentTest {
    @Test
    void says_nothing_of_an_image_of_something() {
        byte[] luma = View.recorded(View.of(World.built(3)).frame(), 2, new SplittableRandom(3));
        assertThat(ImageContent.advice(new LumaFrame(Fraction.of(0), View.WIDTH, View.HEIGHT, luma)))
                .isEmpty();
    }

    @Test
    void reports_a_plain_image_whatever_its_light() {
        assertThat(ids(200, 0)).containsExactly(AdviceId.IMAGE_UNIFORM);
    }

    @Test
    void lets_a_speck_pass() {
        assertThat(ids(200, 50)).containsExactly(AdviceId.IMAGE_UNIFORM);
        assertThat(ids(200, 500)).isEmpty();
    }

    @Test
    void reports_a_dark_image_once() {
        assertThat(ids(ContentThresholds.DARK_LUMA - 1, 0)).containsExactly(AdviceId.IMAGE_DARK);
        assertThat(ids(ContentThresholds.DARK_LUMA, 0)).containsExactly(AdviceId.IMAGE_UNIFORM);
    }

    /** Of 10,000 pixels of one luma, so many are white. */
    private static List<AdviceId> ids(int luma, int white) {
        byte[] pixels = new byte[10_000];
        Arrays.fill(pixels, (byte) luma);
        Arrays.fill(pixels, 0, white, (byte) 255);
        return ImageContent.advice(new LumaFrame(Fraction.of(0), 100, 100, pixels)).stream()
                .map(Advice::id)
                .toList();
    }
}
