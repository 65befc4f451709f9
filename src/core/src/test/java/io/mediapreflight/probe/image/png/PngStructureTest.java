package io.mediapreflight.probe.image.png;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Measured;
import io.mediapreflight.spec.RuleId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PNGs whose chunks do not make up an image, though there is an IHDR in front and an IEND at the end. */
class PngStructureTest {
    private static final int FIRST_CHUNK = 33;
    private static final byte[] EMPTY = PngBuilder.chunk("IDAT");
    private static final byte[] PALETTE = PngBuilder.chunk("PLTE", Bytes.zeros(6));

    private static List<String> findings(byte[] png) {
        return Judged.findings(Judged.image(png));
    }

    private static String actual(byte[] png, RuleId rule) {
        return Judged.finding(Judged.image(png), rule).actual();
    }

    /** An image whose only IDAT, of 300 bytes, claims another length. */
    private static byte[] claiming(long length) {
        return Bytes.patched(PngBuilder.image().bytes(), FIRST_CHUNK, Bytes.u32(length));
    }

    @ParameterizedTest
    @CsvSource({"313, 1 byte", "1312, '1,000 bytes'", "2147483647, '2,147,483,335 bytes'"})
    void image_data_past_the_end_of_the_file_are_cut_off_although_it_ends_with_an_end(long length, String missing) {
        byte[] png = claiming(length);
        assertThat(findings(png)).containsExactly("image.complete=fail");
        assertThat(actual(png, RuleId.IMAGE_COMPLETE))
                .isEqualTo("at least " + missing
                        + " missing: a chunk runs past the end of the file, at byte 33 (PNG 5.6)");
    }

    @ParameterizedTest
    @ValueSource(longs = {301, 306, 311, 312})
    void image_data_that_swallow_the_end_are_cut_off(long length) {
        assertThat(findings(claiming(length))).containsExactly("image.complete=fail");
    }

    @Test
    void image_data_of_2_to_the_31st_bytes_are_not_readable() {
        byte[] png = claiming(0x8000_0000L);
        assertThat(findings(png)).contains("image.readable=fail");
        assertThat(actual(png, RuleId.IMAGE_READABLE))
                .isEqualTo("a chunk is 2147483648 bytes long, over 2^31-1, at byte 33 (PNG 5.3)");
    }

    @Test
    void a_second_header_is_not_readable() {
        byte[] png = PngBuilder.image().bytes();
        byte[] twice = PngBuilder.image()
                .before(Arrays.copyOfRange(png, 8, FIRST_CHUNK))
                .bytes();
        assertThat(findings(twice)).containsExactly("image.readable=fail");
        assertThat(actual(twice, RuleId.IMAGE_READABLE)).isEqualTo("a second IHDR, at byte 33 (PNG 5.6)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void image_data_that_are_all_empty_are_not_readable(int chunks) {
        byte[] png = PngBuilder.image().imageData(chunks, 0).bytes();
        assertThat(findings(png)).containsExactly("image.readable=fail");
        assertThat(actual(png, RuleId.IMAGE_READABLE))
                .isEqualTo("IEND comes before any image data, at byte " + (FIRST_CHUNK + 12 * chunks) + " (PNG 5.6)");
    }

    @Test
    void an_empty_chunk_of_image_data_before_a_full_one_passes() {
        assertThat(findings(PngBuilder.image().before(EMPTY).before(EMPTY).bytes()))
                .isEmpty();
    }

    @Test
    void an_empty_chunk_of_image_data_behind_a_full_one_passes() {
        assertThat(findings(PngBuilder.image().behind(EMPTY).bytes())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void indexed_colours_without_a_palette_are_not_readable(int depth) {
        byte[] png = PngBuilder.image().colour(3, depth).bytes();
        assertThat(findings(png)).containsExactly("image.readable=fail");
        assertThat(actual(png, RuleId.IMAGE_READABLE))
                .isEqualTo("the colours are indexed, and no PLTE comes before the image data, at byte 33 (PNG 11.2.2)");
    }

    @Test
    void indexed_colours_with_a_palette_pass() {
        assertThat(findings(PngBuilder.image().colour(3, 8).before(PALETTE).bytes()))
                .isEmpty();
    }

    @Test
    void a_palette_behind_the_image_data_comes_too_late() {
        assertThat(findings(PngBuilder.image().colour(3, 8).behind(PALETTE).bytes()))
                .containsExactly("image.readable=fail");
    }

    @Test
    void a_palette_behind_an_empty_chunk_of_image_data_comes_too_late() {
        byte[] png =
                PngBuilder.image().colour(3, 8).before(EMPTY).before(PALETTE).bytes();
        assertThat(findings(png)).containsExactly("image.readable=fail");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 6})
    void colours_that_are_not_indexed_need_no_palette(int type) {
        assertThat(findings(PngBuilder.image().colour(type, 8).bytes())).isEmpty();
    }

    @Test
    void an_end_that_holds_data_leaves_it_unknown() {
        byte[] png = PngBuilder.image()
                .withoutEnd()
                .behind(PngBuilder.chunk("IEND", Bytes.zeros(4)))
                .bytes();
        assertThat(findings(png)).containsExactly("image.complete=unknown");
        Finding finding = Judged.finding(Judged.image(png), RuleId.IMAGE_COMPLETE);
        assertThat(finding.actual()).startsWith("IEND holds data, which it never does, at byte ");
        assertThat(finding.measured()).containsExactly(Measured.name("malformation", "CHUNK_LENGTH"));
    }
}
