package io.mediapreflight.probe.image.png;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.image.Probing;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the first image data of a PNG and the types of its chunks show. */
class PngDataStartTest {
    private static List<MalformedCode> codes(PngBuilder png) throws IOException {
        return Probing.png(png.bytes()).defects().stream().map(Malformed::code).toList();
    }

    private static PngBuilder beginning(String hex) {
        return PngBuilder.image().imageData(Bytes.join(HexFormat.of().parseHex(hex), Bytes.zeros(300)));
    }

    /** In the order of zlib's levels, and with the windows that small images have. */
    @ParameterizedTest
    @ValueSource(strings = {"780100", "785e01", "789c63", "78da05", "08d763", "18d363", "58c363"})
    void every_beginning_that_encoders_write_is_readable(String hex) throws IOException {
        assertThat(codes(beginning(hex))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "000000, no header",
        "789d63, a check that fails",
        "778563, another method than Deflate",
        "881c63, a window of 64 KiB",
        "78bb63, a dictionary",
        "1f8b08, gzip",
        "789c67, a block of a type that does not exist"
    })
    void no_other_beginning_is_readable(String hex, String what) throws IOException {
        assertThat(codes(beginning(hex))).as(what).containsExactly(MalformedCode.IMAGE_DATA_START);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void fewer_bytes_than_any_compressed_data_have_are_not_readable(int length) throws IOException {
        PngBuilder short1 = PngBuilder.image().imageData(1, length);

        assertThat(codes(short1)).contains(MalformedCode.MISSING_IMAGE_DATA);
        assertThat(codes(short1.behind(PngBuilder.chunk("tEXt", Bytes.text("a\0b")))))
                .contains(MalformedCode.MISSING_IMAGE_DATA);
    }

    @Test
    void image_data_of_one_byte_a_chunk_are_readable() throws IOException {
        assertThat(codes(PngBuilder.image().imageData(300, 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_critical_chunk_of_no_known_type_is_doubtful_and_said_once(boolean before) throws IOException {
        byte[] chunk = PngBuilder.chunk("ABCD", Bytes.zeros(2));
        PngBuilder png = PngBuilder.image();
        PngBuilder twice =
                before ? png.before(chunk).before(chunk) : png.behind(chunk).behind(chunk);

        List<Malformed> defects = Probing.png(twice.bytes()).defects();

        assertThat(defects).hasSize(1);
        assertThat(defects.get(0).code()).isEqualTo(MalformedCode.UNKNOWN_CRITICAL_CHUNK);
        assertThat(defects.get(0).gravity()).isEqualTo(Malformed.Gravity.TOLERATED);
    }

    @Test
    void an_ancillary_chunk_of_no_known_type_is_no_matter() throws IOException {
        assertThat(codes(PngBuilder.image().before(PngBuilder.chunk("abCd", Bytes.zeros(2)))))
                .isEmpty();
    }

    @Test
    void a_chunk_as_long_as_a_length_can_be_is_cut_off() throws IOException {
        byte[] png = PngBuilder.image()
                .before(PngBuilder.chunk("tEXt", Bytes.text("a\0b")))
                .bytes();
        byte[] patched = Bytes.patched(png, Bytes.indexOf(png, "tEXt") - 4, Bytes.u32(0x7FFF_FFFFL));

        Probed probed = Probing.png(patched);

        assertThat(Probing.facts(probed).width()).isEqualTo(600);
        assertThat(Probing.completeness(Probing.png(Arrays.copyOf(patched, 200))))
                .isInstanceOf(io.mediapreflight.probe.Completeness.CutOff.class);
    }
}
