package io.mediapreflight.rule;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers in the commands that fix a file. */
class FixesTest {
    private static final long TOO_MANY_BYTES =
            Limits.klingV3MotionControl().videoSize().generousBytes() + 1;

    private static List<String> command(Verdict verdict, RuleId rule) {
        return Judged.finding(verdict, rule).fix().command();
    }

    private static String wordAfter(String option, List<String> command) {
        assertThat(command).contains(option);
        return command.get(command.indexOf(option) + 1);
    }

    @ParameterizedTest
    @CsvSource({"300, 900, 360x900", "300, 901, 361x901", "900, 300, 900x360", "1001, 400, 1001x401"})
    void an_image_that_is_too_long_is_padded_up_to_the_widest_ratio(long width, long height, String extent) {
        Verdict verdict = Judged.image(JpegBuilder.image().size(width, height).bytes());
        assertThat(command(verdict, RuleId.IMAGE_ASPECT_RATIO))
                .containsExactly(
                        "convert",
                        Fix.INPUT,
                        "-background",
                        "black",
                        "-gravity",
                        "center",
                        "-extent",
                        extent,
                        Fix.OUTPUT + ".jpg");
    }

    @Test
    void what_was_padded_passes() {
        assertThat(Judged.findings(
                        Judged.image(JpegBuilder.image().size(361, 901).bytes())))
                .isEmpty();
    }

    @Test
    void an_image_that_is_too_small_is_scaled_up_to_the_smallest_side() {
        Verdict verdict = Judged.image(PngBuilder.image().size(299, 400).bytes());
        assertThat(command(verdict, RuleId.IMAGE_DIMENSIONS))
                .containsExactly("convert", Fix.INPUT, "-resize", "300x300^", Fix.OUTPUT + ".png");
    }

    @Test
    void an_image_that_is_too_large_is_scaled_down_to_the_largest_side() {
        Verdict verdict = Judged.image(PngBuilder.image().size(70_000, 40_000).bytes());
        assertThat(command(verdict, RuleId.IMAGE_DIMENSIONS))
                .containsExactly("convert", Fix.INPUT, "-resize", "65536x65536>", Fix.OUTPUT + ".png");
    }

    @Test
    void no_scaling_helps_an_image_that_is_too_narrow_and_too_long() {
        Verdict verdict = Judged.image(PngBuilder.image().size(299, 65_537).bytes());
        assertThat(Judged.finding(verdict, RuleId.IMAGE_DIMENSIONS).fix())
                .isEqualTo(Fix.of(Phrase.of("fix.no-scaling")));
    }

    @ParameterizedTest
    @CsvSource({
        "320, 240, scale=454:340",
        "240, 320, scale=340:454",
        "4096, 2160, scale=3850:2030",
        "339, 339, scale=340:340",
        "3852, 1000, scale=3850:998"
    })
    void a_video_is_scaled_into_range_with_even_sides(long width, long height, String scale) {
        Verdict verdict = Judged.video(
                Mp4Builder.clip().video(track -> track.size(width, height)).bytes());
        assertThat(wordAfter("-vf", command(verdict, RuleId.VIDEO_DIMENSIONS))).isEqualTo(scale + ",setsar=1");
    }

    @Test
    void a_video_that_lies_on_its_side_is_scaled_upright() {
        Verdict verdict = Judged.video(Mp4Builder.clip()
                .video(track -> track.size(320, 240).turnedClockwise(90))
                .bytes());
        assertThat(wordAfter("-vf", command(verdict, RuleId.VIDEO_DIMENSIONS))).isEqualTo("scale=340:454,setsar=1");
    }

    @Test
    void a_video_with_oblong_pixels_is_scaled_to_what_is_shown() {
        Verdict verdict = Judged.video(Mp4Builder.clip()
                .video(track -> track.size(320, 480).sampleAspectRatio(2, 1))
                .bytes());
        assertThat(wordAfter("-vf", command(verdict, RuleId.VIDEO_DIMENSIONS))).isEqualTo("scale=640:480,setsar=1");
    }

    @Test
    void no_scaling_helps_a_video_that_is_too_narrow_and_too_long() {
        Verdict verdict = Judged.video(
                Mp4Builder.clip().video(track -> track.size(100, 4000)).bytes());
        assertThat(Judged.finding(verdict, RuleId.VIDEO_DIMENSIONS).fix().command())
                .isEmpty();
    }

    @Test
    void sides_that_cannot_be_computed_with_have_no_command() {
        Verdict verdict = Judged.video(Mp4Builder.clip()
                .video(track -> track.cleanAperture(0xFFFF_FFFFL, 0xFFFF_FFFDL, 0xFFFF_FFF1L, 0xFFFF_FFEFL))
                .bytes());
        assertThat(Judged.finding(verdict, RuleId.VIDEO_DIMENSIONS).fix().command())
                .isEmpty();
    }

    @Test
    void a_video_that_is_too_long_for_an_image_is_cut_a_little_below_ten_seconds() {
        Verdict verdict = Judged.video(Mp4Builder.clip().duration(1000, 12_000).bytes(), Orientation.IMAGE);
        assertThat(wordAfter("-t", command(verdict, RuleId.VIDEO_DURATION_MAX))).isEqualTo("9.8");
        assertThat(Judged.finding(verdict, RuleId.VIDEO_DURATION_MAX).fix().advice())
                .isEqualTo("Set character_orientation to video (then no change is needed), or trim it.");
    }

    @Test
    void a_video_that_is_too_long_for_any_orientation_is_cut_a_little_below_thirty_seconds() {
        Verdict verdict = Judged.video(Mp4Builder.clip().duration(1000, 31_000).bytes(), Orientation.VIDEO);
        assertThat(wordAfter("-t", command(verdict, RuleId.VIDEO_DURATION_MAX))).isEqualTo("29.8");
        assertThat(Judged.finding(verdict, RuleId.VIDEO_DURATION_MAX).fix().advice())
                .isEqualTo("Trim it.");
    }

    @Test
    void a_video_that_is_too_long_for_any_orientation_is_cut_for_an_image_where_none_is_given() {
        Verdict verdict =
                Judged.anything(Mp4Builder.clip().duration(1000, 31_000).bytes());
        assertThat(wordAfter("-t", command(verdict, RuleId.VIDEO_DURATION_MAX))).isEqualTo("9.8");
        assertThat(Judged.finding(verdict, RuleId.VIDEO_DURATION_MAX).fix().advice())
                .isEqualTo("Trim it to fit character_orientation image (with video, 29.8 s is enough).");
    }

    @Test
    void an_html_page_in_place_of_a_video_is_to_be_downloaded_again() {
        Verdict verdict = Judged.video("<!DOCTYPE html><html><body>403</body></html>".getBytes(US_ASCII));
        assertThat(Judged.finding(verdict, RuleId.MEDIA_KIND).fix().advice()).endsWith("download it again.");
    }

    @ParameterizedTest
    @CsvSource({"5, 40000k", "20, 35872k", "30, 23872k"})
    void a_video_of_too_many_bytes_is_encoded_to_nine_tenths_of_the_limit(long seconds, String rate) {
        Verdict verdict =
                Judged.video(Mp4Builder.clip().duration(1000, seconds * 1000).sized(TOO_MANY_BYTES));
        assertThat(wordAfter("-b:v", command(verdict, RuleId.VIDEO_SIZE))).isEqualTo(rate);
    }

    @Test
    void a_video_whose_duration_is_not_known_gets_advice_and_no_command() {
        Verdict verdict = Judged.video(Mp4Builder.clip().onlyInMoov(new byte[0]).sized(TOO_MANY_BYTES));
        assertThat(Judged.finding(verdict, RuleId.VIDEO_SIZE).fix()).isEqualTo(Fix.of(RuleId.VIDEO_SIZE));
    }
}
