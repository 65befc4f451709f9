package io.mediapreflight.fix;

import static io.mediapreflight.fix.Planned.command;
import static io.mediapreflight.fix.Planned.image;
import static io.mediapreflight.fix.Planned.reason;
import static io.mediapreflight.fix.Planned.steps;
import static io.mediapreflight.fix.Planned.wordAfter;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.ImageReading;
import io.mediapreflight.fixture.GifBuilder;
import io.mediapreflight.fixture.HeifBuilder;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.fixture.WebpBuilder;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Limits;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePlanTest {
    private static final byte[] BMP = {'B', 'M', 70, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0};
    private static final FixOptions STRIPPING = FixOptions.STANDARD.strippingMetadata(true);

    private static final long TOO_MANY_BYTES =
            Limits.klingV3MotionControl().imageSize().generousBytes() + 1;

    private static MediaVerdict jpeg(long width, long height) {
        return Judged.image(JpegBuilder.image().size(width, height).bytes());
    }

    private static MediaVerdict png(long width, long height) {
        return Judged.image(PngBuilder.image().size(width, height).bytes());
    }

    @ParameterizedTest
    @CsvSource({"300, 900, 360x900", "300, 901, 361x901", "900, 300, 900x360", "1001, 400, 1001x401"})
    void an_image_that_is_too_long_is_padded_up_to_the_widest_ratio(long width, long height, String size) {
        assertThat(steps(jpeg(width, height))).containsExactly("pad to " + size + " with white", "encode as JPEG");
    }

    @ParameterizedTest
    @CsvSource({"300, 900, 300x750", "901, 300, 750x300"})
    void or_cropped_down_to_it(long width, long height, String size) {
        assertThat(steps(jpeg(width, height), Shape.CROP)).containsExactly("crop to " + size, "encode as JPEG");
    }

    @Test
    void an_image_is_cropped_before_it_is_scaled_up() {
        assertThat(steps(png(3, 65_000), Shape.CROP))
                .containsExactly("crop to 3x7", "scale up to 300x700 (adds no detail)", "encode as PNG");
    }

    @Test
    void an_image_that_is_too_small_is_scaled_up_to_the_smallest_side() {
        assertThat(steps(png(299, 400))).containsExactly("scale up to 300x401 (adds no detail)", "encode as PNG");
    }

    @Test
    void an_image_that_is_too_small_and_too_long_is_scaled_up_no_more_than_padding_needs() {
        assertThat(steps(png(100, 700)))
                .containsExactly("scale up to 107x750 (adds no detail)", "pad to 300x750 with white", "encode as PNG");
    }

    @Test
    void an_image_of_too_many_bytes_is_encoded_so_that_noise_does_not_make_it_too_large() {
        MediaVerdict verdict = Judged.image(JpegBuilder.image().size(4000, 4000).sized(TOO_MANY_BYTES));
        assertThat(steps(verdict)).containsExactly("scale to 3835x3835", "encode as JPEG");
        assertThat(wordAfter("-q:v", command(verdict, "a.jpg").words())).isEqualTo("5");
    }

    @ParameterizedTest
    @CsvSource({"2900000, 2", "6200000, 5"})
    void a_photo_that_fits_keeps_its_pixels(int bytes, String quantizer) {
        MediaVerdict verdict = Judged.image(JpegBuilder.image().size(3000, 8000).sized(bytes));
        assertThat(steps(verdict)).containsExactly("pad to 3200x8000 with white", "encode as JPEG");
        assertThat(wordAfter("-q:v", command(verdict, "a.jpg").words())).isEqualTo(quantizer);
    }

    @Test
    void a_png_of_too_many_bytes_becomes_a_jpeg() {
        MediaVerdict verdict = Judged.image(PngBuilder.image().size(3000, 3000).sized(TOO_MANY_BYTES));
        assertThat(command(verdict, "a.png").output()).isEqualTo("a-fixed.jpg");
        assertThat(wordAfter("-q:v", command(verdict, "a.png").words())).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 'hflip,'",
        "3, 'hflip,vflip,'",
        "4, 'hflip,vflip,hflip,'",
        "5, 'transpose=clock,hflip,'",
        "6, 'transpose=clock,'",
        "7, 'transpose=cclock,hflip,'",
        "8, 'transpose=cclock,'"
    })
    void a_turned_image_is_turned_upright_before_it_is_padded(int orientation, String filters) {
        MediaVerdict verdict = Judged.image(JpegBuilder.image()
                .size(900, 300)
                .exif(orientation, ByteOrder.BIG_ENDIAN)
                .bytes());
        assertThat(steps(verdict)).startsWith("turn upright");
        assertThat(image(verdict).width() > image(verdict).height()).isEqualTo(orientation <= 4);
        assertThat(wordAfter("-vf", command(verdict, "a.jpg").words())).startsWith(filters + "sidedata=mode=delete");
    }

    @Test
    void what_is_transparent_stays_so_in_a_png() {
        assertThat(steps(Judged.image(WebpBuilder.lossless(600, 600, true).bytes())))
                .containsExactly("encode as PNG");
    }

    @Test
    void what_is_transparent_and_too_large_for_a_png_is_put_onto_white() {
        assertThat(steps(Judged.image(WebpBuilder.lossless(3000, 3000, true).bytes())))
                .containsExactly("put it on a white background", "encode as JPEG");
    }

    @Test
    void other_formats_become_jpeg() {
        assertThat(steps(Judged.image(WebpBuilder.lossy(600, 600).bytes()))).containsExactly("encode as JPEG");
    }

    @Test
    void of_an_animation_the_first_frame_is_kept() {
        byte[] gif = GifBuilder.of(640, 360)
                .control(20, false)
                .frame()
                .control(20, false)
                .frame()
                .bytes();
        assertThat(steps(Judged.image(gif))).containsExactly("keep the first frame", "encode as JPEG");
    }

    @Test
    void the_tiles_of_a_heic_are_put_together() {
        MediaVerdict verdict =
                Judged.image(HeifBuilder.grid(3000, 2000, 4, 6, 512).bytes());
        assertThat(steps(verdict)).containsExactly("take the whole image of 3000x2000", "encode as JPEG");
        assertThat(command(verdict, "a.heic").words())
                .containsSequence(
                        "-filter_complex",
                        "[0:g:0]crop=3000:2000,scale=out_color_matrix=bt601:out_range=full[whole]",
                        "-map",
                        "[whole]")
                .doesNotContain("-vf");
    }

    @Test
    void tiles_are_not_turned_again_since_ffmpeg_turns_them() {
        HeifBuilder turned = HeifBuilder.grid(3000, 2000, 4, 6, 512).property(HeifBuilder.irot(1));
        assertThat(steps(Judged.image(turned.bytes())))
                .containsExactly("take the whole image of 2000x3000", "encode as JPEG");
    }

    @Test
    void a_turned_heic_of_one_piece_is_turned_upright() {
        HeifBuilder turned = HeifBuilder.heic(3000, 2000).property(HeifBuilder.irot(1));
        assertThat(steps(Judged.image(turned.bytes())))
                .containsExactly("take the whole image of 3000x2000", "turn upright", "encode as JPEG");
    }

    @Test
    void a_heic_of_one_piece_is_filtered_as_every_image() {
        assertThat(command(Judged.image(HeifBuilder.heic(3000, 2000).bytes()), "a.heic")
                        .words())
                .containsSequence("-vf", "crop=3000:2000,scale=out_color_matrix=bt601:out_range=full")
                .doesNotContain("-filter_complex");
    }

    @Test
    void an_animated_webp_has_no_plan() {
        byte[] webp = WebpBuilder.animation(600, 600, 2).bytes();
        assertThat(reason(Judged.image(webp))).isEqualTo("animated-webp");
    }

    @ParameterizedTest
    @ValueSource(longs = {15_900, 65_536})
    void an_image_of_more_pixels_than_ffmpeg_takes_has_no_plan(long side) {
        assertThat(reason(Judged.image(PngBuilder.image().size(side, side).sized(TOO_MANY_BYTES))))
                .isEqualTo("pixels");
    }

    @Test
    void a_video_in_the_slot_of_an_image_has_no_plan() {
        assertThat(reason(Judged.image(Mp4Builder.clip().bytes()))).isEqualTo("kind");
    }

    @Test
    void text_has_no_plan() {
        assertThat(reason(Judged.image(new byte[] {'h', 'e', 'l', 'l', 'o'}))).isIn("kind", "unreadable");
    }

    @Test
    void a_format_whose_headers_are_not_read_needs_an_examination() {
        assertThat(Judged.image(BMP).plan(Shape.PAD)).isInstanceOf(FixPlan.NeedsExamination.class);
    }

    @Test
    void a_format_that_ffmpeg_does_not_decode_has_no_plan() {
        byte[] svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);
        assertThat(reason(Judged.image(svg))).isEqualTo("not-decoded");
    }

    private static MediaVerdict decoded(ImageReading reading) {
        return Planned.decoded(Judged.image(BMP), reading, new Decoding.Decoded(Depth.ENDS, 1));
    }

    private static ImageReading.Builder reading(long width, long height) {
        return ImageReading.builder()
                .format(Optional.of(Format.BMP))
                .size(Optional.of(new ImageReading.Size(width, height)));
    }

    @Test
    void a_decoder_says_what_headers_do_not() {
        assertThat(steps(decoded(reading(900, 300)
                        .orientation(Optional.of(ExifOrientation.ROTATED_90))
                        .build())))
                .containsExactly("turn upright", "pad to 360x900 with white", "encode as JPEG");
        assertThat(steps(decoded(reading(600, 600).alpha(Optional.of(true)).build())))
                .containsExactly("encode as PNG");
    }

    @Test
    void what_a_decoder_does_not_say_either_has_no_plan() {
        assertThat(reason(decoded(ImageReading.builder().build()))).isEqualTo("unknown");
    }

    @Test
    void metadata_are_stripped_from_an_image_that_passes_if_so_asked() {
        MediaVerdict verdict = Judged.image(
                JpegBuilder.image().size(600, 900).exif(6, ByteOrder.BIG_ENDIAN).bytes());
        assertThat(verdict.plan(FixOptions.STANDARD)).isInstanceOf(FixPlan.NotNeeded.class);
        FixPlan.Ready plan = Planned.ready(verdict, STRIPPING);
        assertThat(Planned.steps(plan)).containsExactly("strip the metadata", "turn upright", "encode as JPEG");
        assertThat(Planned.command(plan, "a.jpg").words())
                .containsSequence("-map_metadata", "-1")
                .anyMatch(word -> word.contains("sidedata=mode=delete:type=31,"));
    }

    @Test
    void a_wrong_name_is_no_reason_to_keep_metadata_that_are_to_be_stripped() {
        MediaVerdict verdict = Preflight.standard()
                .check(
                        BytesSource.of(JpegBuilder.image().size(600, 900).bytes()),
                        Subject.image().named("a.png"));
        assertThat(Planned.steps(Planned.ready(verdict, STRIPPING)))
                .containsExactly("strip the metadata", "encode as JPEG");
    }
}
