package io.mediapreflight.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.ffmpeg.content.LumaFrame;
import io.mediapreflight.spec.Fraction;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LumaScalerTest {
    private static final int SIDE = 192;

    @BeforeAll
    static void load() {
        Natives.load();
    }

    @ParameterizedTest
    @CsvSource({"16, false, 0", "235, false, 255", "0, true, 0", "235, true, 235", "255, true, 255"})
    void is_full_range_whatever_the_range_of_the_video(int stored, boolean full, int luma) {
        assertThat(scaled(640, 360, stored, full).luma(1_000)).isEqualTo(luma);
    }

    @ParameterizedTest
    @CsvSource({"640, 360, 192, 108", "360, 640, 108, 192", "100, 50, 100, 50", "3850, 2, 192, 1"})
    void shrinks_to_the_longer_side_and_never_enlarges(int width, int height, int toWidth, int toHeight) {
        LumaFrame frame = scaled(width, height, 100, true);
        assertThat(frame.width()).isEqualTo(toWidth);
        assertThat(frame.height()).isEqualTo(toHeight);
    }

    @Test
    void keeps_the_first_size_when_a_video_changes_its_own() {
        try (LumaScaler scaler = new LumaScaler(SIDE)) {
            scale(scaler, 640, 360, 50, true);
            LumaFrame second = scale(scaler, 320, 320, 200, true);
            assertThat(second.width() + "x" + second.height()).isEqualTo("192x108");
            assertThat(second.luma(0)).isEqualTo(200);
        }
    }

    private static LumaFrame scaled(int width, int height, int luma, boolean full) {
        try (LumaScaler scaler = new LumaScaler(SIDE)) {
            return scale(scaler, width, height, luma, full);
        }
    }

    private static LumaFrame scale(LumaScaler scaler, int width, int height, int luma, boolean full) {
        AVFrame frame = avutil.av_frame_alloc();
        frame.width(width);
        frame.height(height);
        frame.format(avutil.AV_PIX_FMT_YUV420P);
        frame.color_range(full ? avutil.AVCOL_RANGE_JPEG : avutil.AVCOL_RANGE_MPEG);
        assertThat(avutil.av_frame_get_buffer(frame, 0)).isZero();
        fill(frame, 0, height, luma);
        fill(frame, 1, (height + 1) / 2, 128);
        fill(frame, 2, (height + 1) / 2, 128);
        LumaFrame small = scaler.scale(frame, Fraction.of(0)).orElseThrow();
        avutil.av_frame_free(frame);
        return small;
    }

    private static void fill(AVFrame frame, int plane, int rows, int value) {
        for (int row = 0; row < rows; row++) {
            byte[] line = new byte[frame.linesize(plane)];
            Arrays.fill(line, (byte) value);
            frame.data(plane).position((long) row * line.length).put(line);
        }
    }
}
