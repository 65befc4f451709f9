package io.mediapreflight.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.probe.PixelSize;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoEncoderTest {
    @ParameterizedTest
    @CsvSource({
        "libx264 libopenh264 libsvtav1, 640, 360, LIBX264",
        "libopenh264 libsvtav1, 640, 360, LIBOPENH264",
        "libsvtav1, 640, 360, LIBSVTAV1",
        "mpeg4, 640, 360, ",
        "libopenh264 libsvtav1, 3072, 3072, LIBOPENH264", // 36,864 blocks of 16x16
        "libopenh264 libsvtav1, 3073, 3072, LIBSVTAV1",
        "libopenh264 libsvtav1, 3072, 3073, LIBSVTAV1",
        "libopenh264, 3840, 2160, LIBOPENH264",
        "libopenh264, 3080, 3072, ",
        "libx264, 16000, 16000, LIBX264"
    })
    void the_best_one_is_taken_that_there_is_and_that_takes_the_frame(
            String available, long width, long height, VideoEncoder expected) {
        assertThat(VideoEncoder.of(Set.of(available.split(" ")), PixelSize.of(width, height)))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void each_has_the_arguments_by_which_it_keeps_the_rate() {
        PixelSize frame = PixelSize.of(1280, 720);
        assertThat(String.join(" ", VideoEncoder.LIBX264.arguments(5_000_000, frame)))
                .isEqualTo("-c:v libx264 -crf 18 -maxrate 5000000 -bufsize 5000000 -pix_fmt yuv420p");
        assertThat(String.join(" ", VideoEncoder.LIBSVTAV1.arguments(5_000_000, frame)))
                .isEqualTo("-c:v libsvtav1 -preset 10 -crf 24 -maxrate 5000000 -pix_fmt yuv420p");
    }

    @ParameterizedTest
    @CsvSource({
        "40000000, 1280, 720, 9216000", // 10 bits a pixel
        "40000000, 340, 340, 2000000", // but no less than this
        "5000000, 1280, 720, 5000000", // nor more than fits
        "1000000, 340, 340, 1000000"
    })
    void without_a_constant_quality_the_rate_follows_from_the_pixels(long highest, long width, long height, long rate) {
        assertThat(String.join(" ", VideoEncoder.LIBOPENH264.arguments(highest, PixelSize.of(width, height))))
                .isEqualTo("-c:v libopenh264 -rc_mode bitrate -b:v " + rate + " -profile:v high -pix_fmt yuv420p");
    }

    @Test
    void ids_are_those_of_ffmpeg() {
        assertThat(VideoEncoder.values())
                .extracting(VideoEncoder::id)
                .containsExactly("libx264", "libopenh264", "libsvtav1");
    }
}
