package io.mediapreflight.probe.matroska;

import static io.mediapreflight.fixture.MatroskaBuilder.element;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.MatroskaBuilder;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How frames of 640x480 are shown. What is expected is what FFmpeg 8.0 shows of files with the same elements. */
class MatroskaDisplayTest {
    private static final Preflight ACCEPTING = Preflight.with(Limits.klingV3MotionControl().toBuilder()
            .videoFormats(EnumSet.of(Format.MKV))
            .build());

    private static MediaVerdict verdict(byte[]... elements) {
        byte[] video = MatroskaBuilder.matroska()
                .duration(5000)
                .video("V_VP8", 640, 480, elements)
                .bytes();
        return ACCEPTING.check(BytesSource.of(video), Subject.video(Orientation.IMAGE));
    }

    private static VideoFacts turned(double yaw, double roll) {
        byte[] projection = element(
                0x7670,
                element(0x7673, Bytes.u64(Double.doubleToLongBits(yaw))),
                element(0x7675, Bytes.u64(Double.doubleToLongBits(roll))));
        return Judged.videoFacts(verdict(projection));
    }

    private static String shown(byte[]... elements) {
        return Judged.videoFacts(verdict(elements))
                .shown()
                .map(PixelSize::toString)
                .orElse("as coded");
    }

    /** Counterclockwise in the file, clockwise here. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "90, 270",
        "-90, 90",
        "180, 180",
        "-180, 180",
        "270, 90",
        "-270, 270",
        "360, 0",
        "450, 270",
        "0.001, 0",
        "-89.9, 90"
    })
    void a_roll_turns_the_frames(double roll, int clockwise) {
        assertThat(turned(0, roll).rotation()).hasValue(clockwise);
        assertThat(turned(0, roll).mirrored()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 45", "0, 90.5", "0, NaN", "0, Infinity", "90, 0", "NaN, 0"})
    void an_angle_between_quarters_is_not_known(double yaw, double roll) {
        assertThat(turned(yaw, roll).rotation()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"180, 0, 0", "180, 90, 90", "-180, -90, 270", "180, 180, 180", "180, 450, 90"})
    void half_a_turn_about_the_vertical_axis_mirrors(double yaw, double roll, int clockwise) {
        assertThat(turned(yaw, roll).rotation()).hasValue(clockwise);
        assertThat(turned(yaw, roll).mirrored()).isTrue();
    }

    /** In pixels, centimetres, inches, as a ratio, and in units that say nothing. */
    @ParameterizedTest
    @CsvSource({
        "1280, 480, 0, 1280x480",
        "1280, 0, 0, 1280x480",
        "0, 960, 0, 640x960",
        "0, 0, 0, as coded",
        "16, 9, 1, 853.333333x480",
        "16, 9, 2, 853.333333x480",
        "16, 9, 3, 853.333333x480",
        "16, 0, 3, as coded",
        "16, 9, 4, as coded",
        "16, 9, 9, as coded"
    })
    void a_display_size_shows_them_otherwise(int width, int height, int unit, String expected) {
        assertThat(shown(
                        element(0x54B0, Bytes.u16(width)),
                        element(0x54BA, Bytes.u16(height)),
                        element(0x54B2, Bytes.u8(unit))))
                .isEqualTo(expected);
    }

    @Test
    void a_side_that_is_not_given_is_that_of_the_cropped_frame() {
        assertThat(shown(element(0x54B0, Bytes.u16(1280)), element(0x54BB, Bytes.u8(80))))
                .isEqualTo("1280x400");
    }

    @ParameterizedTest
    @CsvSource({"319, 320, ''", "320, 320, video.readable=fail", "640, 0, video.readable=fail"})
    void something_is_left_of_a_cropped_frame(int left, int right, String expected) {
        assertThat(String.join(
                        " ",
                        Judged.findings(verdict(element(0x54CC, Bytes.u16(left)), element(0x54DD, Bytes.u16(right))))))
                .contains(expected);
    }
}
