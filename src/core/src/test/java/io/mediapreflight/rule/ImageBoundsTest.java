package io.mediapreflight.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.SizeLimit;
import io.mediapreflight.spec.Span;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImageBoundsTest {
    private static final Limits LIMITS = Limits.klingV3MotionControl();
    private static final SizeLimit SIZE = LIMITS.imageSize();
    private static final Span SIDE = LIMITS.imageSide();
    private static final Fraction RATIO = LIMITS.imageAspectRatio();

    private static final List<String> RATIO_FAIL = List.of("image.aspect-ratio=fail");

    static Stream<Arguments> sizes() {
        return BoundRows.sizes(SIZE, RuleId.IMAGE_SIZE);
    }

    @Test
    void a_megabyte_is_read_both_ways() {
        assertThat(List.of(SIZE.strictBytes(), SIZE.generousBytes())).containsExactly(10_000_000L, 10_485_760L);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void judges_the_bytes_of_a_jpeg_to_the_byte(long bytes, List<String> findings) {
        assertThat(Judged.findings(Judged.image(JpegBuilder.image().sized(bytes))))
                .isEqualTo(findings);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void judges_the_bytes_of_a_png_to_the_byte(long bytes, List<String> findings) {
        assertThat(Judged.findings(Judged.image(PngBuilder.image().sized(bytes))))
                .isEqualTo(findings);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void judges_the_bytes_of_a_png_of_unknown_size_by_looking_for_one_byte_at_each_bound(
            long bytes, List<String> findings) {
        assertThat(Judged.findings(Judged.image(PngBuilder.image().sized(bytes).unknownSize())))
                .isEqualTo(findings);
    }

    @Test
    void says_both_readings_of_the_bound_that_is_broken_under_one() {
        Verdict verdict = Judged.image(PngBuilder.image().sized(SIZE.strictBytes() + 1));
        assertThat(Judged.finding(verdict, RuleId.IMAGE_SIZE))
                .extracting("actual", "limit")
                .containsExactly("10,000,001 bytes", "at most 10 MB (10,000,000 or 10,485,760 bytes)");
    }

    static Stream<Arguments> sides() {
        return BoundRows.sides(SIDE, RuleId.IMAGE_DIMENSIONS);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void judges_the_width_to_the_pixel(long side, long other, List<String> findings) {
        assertThat(Judged.findings(
                        Judged.image(PngBuilder.image().size(side, other).bytes())))
                .isEqualTo(findings);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void judges_the_height_to_the_pixel(long side, long other, List<String> findings) {
        assertThat(Judged.findings(
                        Judged.image(PngBuilder.image().size(other, side).bytes())))
                .isEqualTo(findings);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void turning_an_image_by_its_exif_orientation_changes_no_verdict(long side, long other, List<String> findings) {
        byte[] exif = PngBuilder.chunk("eXIf", JpegBuilder.tiff(6, java.nio.ByteOrder.LITTLE_ENDIAN));
        byte[] png = PngBuilder.image().size(side, other).before(exif).bytes();
        assertThat(Judged.findings(Judged.image(png))).isEqualTo(findings);
    }

    @Test
    void accepts_the_largest_side_that_a_jpeg_can_have() {
        long largest = 0xFFFF;
        assertThat(Judged.findings(
                        Judged.image(JpegBuilder.image().size(largest, largest).bytes())))
                .isEmpty();
    }

    /** Those that fit into the 16 bits which a JPEG has for a side. */
    static Stream<Arguments> jpegSides() {
        return sides().filter(row -> Math.max((long) row.get()[0], (long) row.get()[1]) <= 0xFFFF);
    }

    @ParameterizedTest
    @MethodSource("jpegSides")
    void judges_the_sides_of_a_jpeg_to_the_pixel(long side, long other, List<String> findings) {
        assertThat(Judged.findings(
                        Judged.image(JpegBuilder.image().size(side, other).bytes())))
                .isEqualTo(findings);
    }

    static Stream<Arguments> ratios() {
        return Stream.of(SIDE.min(), SIDE.min() + 1, 401L, 4000L, SIDE.max() * 2 / 5 - 1)
                .flatMap(shorter -> {
                    long longest = shorter * RATIO.numerator() / RATIO.denominator();
                    return Stream.of(
                            arguments(longest - 1, shorter, BoundRows.PASS),
                            arguments(longest, shorter, BoundRows.PASS),
                            arguments(longest + 1, shorter, RATIO_FAIL));
                });
    }

    @ParameterizedTest
    @MethodSource("ratios")
    void judges_the_ratio_of_a_wide_image_to_the_pixel(long longer, long shorter, List<String> findings) {
        assertThat(Judged.findings(
                        Judged.image(PngBuilder.image().size(longer, shorter).bytes())))
                .isEqualTo(findings);
    }

    @ParameterizedTest
    @MethodSource("ratios")
    void judges_the_ratio_of_a_tall_image_to_the_pixel(long longer, long shorter, List<String> findings) {
        assertThat(Judged.findings(
                        Judged.image(PngBuilder.image().size(shorter, longer).bytes())))
                .isEqualTo(findings);
    }

    @Test
    void accepts_exactly_five_to_two_at_the_largest_side() {
        assertThat(Judged.findings(
                        Judged.image(PngBuilder.image().size(65_535, 26_214).bytes())))
                .isEmpty();
    }

    @Test
    void says_the_ratio_of_an_image_that_is_too_tall() {
        Verdict verdict = Judged.image(PngBuilder.image().size(300, 900).bytes());
        assertThat(Judged.finding(verdict, RuleId.IMAGE_ASPECT_RATIO))
                .extracting("actual", "limit")
                .containsExactly("1:3", "1:2.5 to 2.5:1");
    }
}
