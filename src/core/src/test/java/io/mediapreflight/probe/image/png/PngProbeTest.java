package io.mediapreflight.probe.image.png;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.image.Probing;
import io.mediapreflight.text.Messages;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngProbeTest {
    private static final int IHDR = 8;
    private static final byte[] REST = Arrays.copyOfRange(
            PngBuilder.image().bytes(), 33, PngBuilder.image().bytes().length);

    /** A file whose first chunk is this one. */
    private static byte[] beginningWith(byte[] chunk) {
        byte[] png = PngBuilder.image().bytes();
        return Bytes.join(Arrays.copyOf(png, IHDR), chunk, REST);
    }

    private static byte[] header(long width, long height, int... five) {
        byte[] last = new byte[5];
        for (int i = 0; i < five.length; i++) {
            last[i] = (byte) five[i];
        }
        return PngBuilder.chunk("IHDR", Bytes.u32(width), Bytes.u32(height), last);
    }

    private static String defect(byte[] png) throws IOException {
        return Probing.defect(Probing.png(png)).what().toString();
    }

    @Test
    void reports_what_the_header_says() throws IOException {
        assertThat(Probing.facts(Probing.png(PngBuilder.image().bytes())))
                .isEqualTo(ImageFacts.builder()
                        .width(600)
                        .height(800)
                        .coding("Deflate")
                        .components(3)
                        .bitDepth(8)
                        .alpha(false)
                        .animated(false)
                        .build());
    }

    @Test
    void reports_interlaced_and_animated_images() throws IOException {
        byte[] png = PngBuilder.image()
                .interlaced()
                .before(PngBuilder.chunk("acTL", Bytes.u32(3), Bytes.u32(0)))
                .bytes();
        assertThat(Probing.facts(Probing.png(png)))
                .isEqualTo(ImageFacts.builder()
                        .width(600)
                        .height(800)
                        .coding("Deflate, interlaced")
                        .components(3)
                        .bitDepth(8)
                        .alpha(false)
                        .animated(true)
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"0, 8, false", "2, 16, false", "3, 4, false", "4, 8, true", "6, 8, true"})
    void has_alpha_where_the_colour_type_says_so(int type, int depth, boolean alpha) throws IOException {
        byte[] png = PngBuilder.image().colour(type, depth).bytes();
        assertThat(Probing.facts(Probing.png(png)).alpha()).contains(alpha);
    }

    @ParameterizedTest
    @CsvSource({"0, 8, 2", "2, 8, 6", "3, 8, 1"})
    void has_alpha_where_single_colours_are_transparent(int type, int depth, int length) throws IOException {
        byte[] png = PngBuilder.image()
                .colour(type, depth)
                .before(PngBuilder.chunk("tRNS", Bytes.zeros(length)))
                .bytes();
        assertThat(Probing.facts(Probing.png(png)).alpha()).contains(true);
    }

    @Test
    void is_not_animated_with_one_frame() throws IOException {
        byte[] png = PngBuilder.image()
                .before(PngBuilder.chunk("acTL", Bytes.u32(1), Bytes.u32(0)))
                .bytes();
        assertThat(Probing.facts(Probing.png(png)).animated()).contains(false);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1",
        "0, 2, 1",
        "0, 4, 1",
        "0, 8, 1",
        "0, 16, 1",
        "2, 8, 3",
        "2, 16, 3",
        "3, 1, 1",
        "3, 2, 1",
        "3, 4, 1",
        "3, 8, 1",
        "4, 8, 2",
        "4, 16, 2",
        "6, 8, 4",
        "6, 16, 4"
    })
    void reads_every_colour_type_with_every_depth_it_allows(int type, int depth, int components) throws IOException {
        ImageFacts facts =
                Probing.facts(Probing.png(PngBuilder.image().colour(type, depth).bytes()));
        assertThat(facts.components()).contains(components);
        assertThat(facts.bitDepth()).contains(depth);
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "1, 8", "2, 4", "3, 16", "4, 4", "5, 8", "6, 2", "7, 8", "2, 0"})
    void no_other_colour_type_or_depth_is_readable(int type, int depth) throws IOException {
        assertThat(defect(PngBuilder.image().colour(type, depth).bytes()))
                .isEqualTo("there is no colour type " + type + " with bit depth " + depth);
    }

    @Test
    void a_wrong_checksum_of_the_header_is_not_readable() throws IOException {
        byte[] png = PngBuilder.image().bytes();
        assertThat(Probing.defect(Probing.png(Bytes.patched(png, 16, Bytes.u32(601)))))
                .isEqualTo(Malformed.broken(
                        MalformedCode.CHECKSUM, 29, Phrase.of("defects:png.ihdr-checksum"), "PNG 5.3"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0x8000_0000L, 0xFFFF_FFFFL})
    void a_side_of_0_or_of_more_than_31_bits_is_not_readable(long side) throws IOException {
        assertThat(defect(beginningWith(header(side, 800, 8, 2))))
                .isEqualTo("the width is " + Messages.current().grouped(side));
        assertThat(defect(beginningWith(header(600, side, 8, 2))))
                .isEqualTo("the height is " + Messages.current().grouped(side));
    }

    @Test
    void the_largest_side_of_31_bits_is_read() throws IOException {
        assertThat(Probing.facts(Probing.png(beginningWith(header(0x7FFF_FFFF, 1, 8, 2))))
                        .width())
                .isEqualTo(0x7FFF_FFFF);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, the compression method is not 0",
        "0, 1, 0, the filter method is not 0",
        "0, 0, 2, the interlace method is not 0 or 1"
    })
    void methods_that_do_not_exist_are_not_readable(int compression, int filter, int interlace, String what)
            throws IOException {
        assertThat(defect(beginningWith(header(600, 800, 8, 2, compression, filter, interlace))))
                .isEqualTo(what);
    }

    @Test
    void apples_own_variant_is_not_readable() throws IOException {
        assertThat(defect(beginningWith(PngBuilder.chunk("CgBI", Bytes.u32(0x50002002)))))
                .startsWith("CgBI comes first");
    }

    @Test
    void another_first_chunk_is_not_readable() throws IOException {
        assertThat(defect(beginningWith(PngBuilder.chunk("tEXt", Bytes.zeros(13)))))
                .isEqualTo("the first chunk is not IHDR");
    }

    @Test
    void an_end_before_any_image_data_is_reported() throws IOException {
        byte[] png = PngBuilder.image().imageData(0, 0).bytes();
        assertThat(Probing.png(png).defects())
                .containsExactly(Malformed.broken(
                        MalformedCode.MISSING_IMAGE_DATA, 33, Phrase.of("defects:png.iend-before-data"), "PNG 5.6"));
    }
}
