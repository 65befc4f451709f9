package io.mediapreflight.probe.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.spec.RuleId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers of JPEGs that no decoder, or not every decoder, can make an image of. */
class JpegHeaderTest {
    private static final byte[] SOI = {-1, (byte) 0xD8};

    private static List<String> findings(JpegBuilder jpeg) {
        return Judged.findings(Judged.image(jpeg.bytes()));
    }

    private static String defect(JpegBuilder jpeg) {
        return Judged.finding(Judged.image(jpeg.bytes()), RuleId.IMAGE_READABLE).actual();
    }

    @Test
    void tables_and_a_frame_and_an_end_without_a_scan_are_no_image() {
        JpegBuilder jpeg = JpegBuilder.image().withoutScan();
        assertThat(findings(jpeg)).containsExactly("image.readable=fail");
        assertThat(defect(jpeg)).isEqualTo("the image ends without a scan, at byte 108 (T.81 B.2.1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "five!", "\u00FF\0", "\u00FF\u00FF\0"})
    void bytes_behind_the_frame_that_are_no_segment_are_a_warning(String bytes) {
        JpegBuilder jpeg = JpegBuilder.image().rawBehindFrame(Bytes.text(bytes));
        assertThat(findings(jpeg)).containsExactly("image.readable=warn");
        assertThat(defect(jpeg)).startsWith("what stands behind the frame header is no segment, at byte ");
    }

    @Test
    void fill_bytes_behind_the_frame_are_legal() {
        assertThat(findings(JpegBuilder.image().rawBehindFrame(Bytes.filled(9, 0xFF))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC0, 0xC1, 0xC2})
    void the_processes_that_every_decoder_reads_pass_with_8_bits(int marker) {
        assertThat(findings(JpegBuilder.image().frameMarker(marker))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
    void every_other_process_is_a_warning(int marker) {
        assertThat(findings(JpegBuilder.image().frameMarker(marker))).containsExactly("image.readable=warn");
    }

    @Test
    void the_warning_names_the_process() {
        assertThat(defect(JpegBuilder.image().frameMarker(0xC9)))
                .isEqualTo("the coding is extended sequential DCT, arithmetic with 8 bits,"
                        + " which most decoders do not read, at byte 22 (T.81 4.11)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 9, 12, 16, 255})
    void baseline_with_another_precision_than_8_bits_is_not_readable(int bits) {
        JpegBuilder jpeg = JpegBuilder.image().precision(bits);
        assertThat(findings(jpeg)).containsExactly("image.readable=fail");
        assertThat(defect(jpeg)).isEqualTo("the samples have " + bits + " bits, at byte 24 (T.81 B.2.2)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC1, 0xC2, 0xC5, 0xC6, 0xC9, 0xCA, 0xCD, 0xCE})
    void every_other_dct_process_with_12_bits_is_a_warning(int marker) {
        assertThat(findings(JpegBuilder.image().frameMarker(marker).precision(12)))
                .containsExactly("image.readable=warn");
    }

    @ParameterizedTest
    @CsvSource({"C1, 7", "C1, 9", "C1, 11", "C1, 13", "C1, 16", "C2, 7", "C2, 16", "C5, 16", "C9, 10", "CE, 2"})
    void every_other_dct_process_with_neither_8_nor_12_bits_is_not_readable(String marker, int bits) {
        assertThat(findings(JpegBuilder.image()
                        .frameMarker(Integer.parseInt(marker, 16))
                        .precision(bits)))
                .containsExactly("image.readable=fail");
    }

    @ParameterizedTest
    @CsvSource({"C3, 2", "C3, 8", "C3, 9", "C3, 16", "C7, 2", "C7, 16", "CB, 2", "CB, 16", "CF, 2", "CF, 16"})
    void lossless_with_2_to_16_bits_is_a_warning(String marker, int bits) {
        assertThat(findings(JpegBuilder.image()
                        .frameMarker(Integer.parseInt(marker, 16))
                        .precision(bits)))
                .containsExactly("image.readable=warn");
    }

    @ParameterizedTest
    @CsvSource({"C3, 0", "C3, 1", "C3, 17", "C7, 1", "CB, 17", "CF, 255"})
    void lossless_with_fewer_or_more_bits_is_not_readable(String marker, int bits) {
        assertThat(findings(JpegBuilder.image()
                        .frameMarker(Integer.parseInt(marker, 16))
                        .precision(bits)))
                .containsExactly("image.readable=fail");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 3", "2, 2, 3", "2, 1, 3", "1, 2, 3", "4, 1, 3", "1, 4, 3", "3, 3, 1", "4, 4, 1"})
    void sampling_factors_of_1_to_4_pass(int horizontal, int vertical, int components) {
        assertThat(findings(JpegBuilder.image().components(components).firstSampling(horizontal, vertical)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "0, 0", "5, 1", "1, 5", "15, 15"})
    void other_sampling_factors_are_not_readable(int horizontal, int vertical) {
        JpegBuilder jpeg = JpegBuilder.image().firstSampling(horizontal, vertical);
        assertThat(findings(jpeg)).containsExactly("image.readable=fail");
        assertThat(defect(jpeg))
                .isEqualTo("a component has " + horizontal + "x" + vertical + " samples, at byte 31 (T.81 B.2.2)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 'R', 255})
    void components_of_any_identifiers_pass_where_they_differ(int identifier) {
        assertThat(findings(JpegBuilder.image().firstIdentifier(identifier))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void two_components_of_one_identifier_are_a_warning_since_decoders_show_them(int identifier) {
        JpegBuilder jpeg = JpegBuilder.image().firstIdentifier(identifier);
        assertThat(findings(jpeg)).containsExactly("image.readable=warn");
        assertThat(defect(jpeg)).startsWith("two components have the same identifier, at byte ");
    }

    @Test
    void a_second_start_of_image_before_the_frame_is_not_readable() {
        JpegBuilder jpeg = JpegBuilder.image().raw(SOI);
        assertThat(findings(jpeg)).containsExactly("image.readable=fail");
        assertThat(defect(jpeg)).isEqualTo("a second start of image comes before any frame, at byte 20 (T.81 B.2.1)");
    }

    @Test
    void a_second_start_of_image_behind_the_frame_is_not_readable() {
        JpegBuilder jpeg = JpegBuilder.image().rawBehindFrame(SOI);
        assertThat(findings(jpeg)).containsExactly("image.readable=fail");
        assertThat(defect(jpeg)).isEqualTo("a second start of image comes before the scan, at byte 108 (T.81 B.2.1)");
    }

    @Test
    void a_second_frame_before_the_scan_is_not_readable_whatever_it_says() {
        JpegBuilder jpeg = JpegBuilder.image().table(0xC2, Bytes.zeros(15));
        assertThat(findings(jpeg)).containsExactly("image.readable=fail");
        assertThat(defect(jpeg)).isEqualTo("a second frame comes before the scan, at byte 108 (T.81 B.2.1)");
    }
}
