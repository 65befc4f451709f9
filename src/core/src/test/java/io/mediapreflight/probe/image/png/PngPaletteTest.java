package io.mediapreflight.probe.image.png;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.spec.RuleId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Palettes, transparency and the order of chunks around the image data (PNG 5.6, 11.2.2, 11.3.1.1). */
class PngPaletteTest {
    private static final byte[] TEXT = PngBuilder.chunk("tEXt", Bytes.text("Comment\0x"));
    private static final byte[] DATA = PngBuilder.chunk("IDAT", Bytes.filled(300, 0x55));

    private static List<String> findings(PngBuilder png) {
        return Judged.findings(Judged.image(png.bytes()));
    }

    private static byte[] palette(int bytes) {
        return PngBuilder.chunk("PLTE", Bytes.zeros(bytes));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4, 767, 769, 771, 900})
    void indexed_colours_with_a_palette_of_no_whole_entries_or_too_many_are_not_readable(int bytes) {
        Verdict verdict = Judged.image(
                PngBuilder.image().colour(3, 8).before(palette(bytes)).bytes());
        assertThat(Judged.findings(verdict)).containsExactly("image.readable=fail");
        assertThat(Judged.finding(verdict, RuleId.IMAGE_READABLE).actual())
                .isEqualTo("PLTE has " + bytes
                        + " bytes, and not 1 to 256 entries of three bytes, at byte 33 (PNG 11.2.2)");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 765, 768})
    void indexed_colours_with_1_to_256_entries_pass(int bytes) {
        assertThat(findings(PngBuilder.image().colour(3, 8).before(palette(bytes))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 771})
    void a_suggested_palette_that_is_wrong_is_a_warning(int bytes) {
        assertThat(findings(PngBuilder.image().before(palette(bytes)))).containsExactly("image.readable=warn");
    }

    @Test
    void a_second_palette_is_a_warning() {
        assertThat(findings(PngBuilder.image().colour(3, 8).before(palette(6)).before(palette(6))))
                .containsExactly("image.readable=warn");
    }

    @ParameterizedTest
    @CsvSource({"0, 2, true", "0, 6, false", "2, 6, true", "2, 2, false", "3, 2, true", "3, 3, false", "6, 2, false"})
    void transparency_that_does_not_fit_the_colours_is_a_warning(int type, int bytes, boolean fits) {
        PngBuilder png = PngBuilder.image()
                .colour(type, 8)
                .before(palette(6))
                .before(PngBuilder.chunk("tRNS", Bytes.zeros(bytes)));
        assertThat(findings(png)).isEqualTo(fits ? List.of() : List.of("image.readable=warn"));
    }

    @Test
    void image_data_that_another_chunk_interrupts_are_not_readable() {
        PngBuilder png = PngBuilder.image().behind(TEXT).behind(DATA);
        assertThat(findings(png)).containsExactly("image.readable=fail");
    }

    @Test
    void image_data_in_several_chunks_without_interruption_pass() {
        assertThat(findings(PngBuilder.image().behind(DATA).behind(DATA).behind(TEXT)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 900_000})
    void a_chunk_behind_the_image_data_that_runs_past_the_end_is_cut_off(int imageData) {
        byte[] tooLong = Bytes.patched(TEXT, 0, Bytes.u32(5000));
        PngBuilder png = PngBuilder.image().imageData(1, imageData).behind(tooLong);
        assertThat(findings(png)).containsExactly("image.complete=fail");
    }
}
