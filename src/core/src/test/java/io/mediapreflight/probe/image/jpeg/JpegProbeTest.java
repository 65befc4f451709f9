package io.mediapreflight.probe.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.Malformed.Gravity;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.image.Probing;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegProbeTest {
    private static final int HEIGHT_IN_FRAME = 5;

    private static byte[] patchedFrame(int offset, byte[] patch) {
        byte[] jpeg = JpegBuilder.image().bytes();
        return Bytes.patched(jpeg, Bytes.indexOf(jpeg, "\u00FF\u00C0") + offset, patch);
    }

    @Test
    void reports_what_the_frame_header_says() throws IOException {
        assertThat(Probing.facts(Probing.jpeg(JpegBuilder.image().bytes())))
                .isEqualTo(ImageFacts.builder()
                        .width(600)
                        .height(800)
                        .coding("baseline DCT, Huffman")
                        .components(3)
                        .bitDepth(8)
                        .alpha(false)
                        .animated(false)
                        .build());
    }

    @ParameterizedTest
    @CsvSource({
        "C0, 'baseline DCT, Huffman'",
        "C1, 'extended sequential DCT, Huffman'",
        "C2, 'progressive DCT, Huffman'",
        "C3, 'lossless, Huffman'",
        "C5, 'differential sequential DCT, Huffman'",
        "C6, 'differential progressive DCT, Huffman'",
        "C7, 'differential lossless, Huffman'",
        "C9, 'extended sequential DCT, arithmetic'",
        "CA, 'progressive DCT, arithmetic'",
        "CB, 'lossless, arithmetic'",
        "CD, 'differential sequential DCT, arithmetic'",
        "CE, 'differential progressive DCT, arithmetic'",
        "CF, 'differential lossless, arithmetic'"
    })
    void names_every_coding_process_of_table_b_1(String marker, String coding) throws IOException {
        byte[] jpeg =
                JpegBuilder.image().frameMarker(Integer.parseInt(marker, 16)).bytes();
        assertThat(Probing.facts(Probing.jpeg(jpeg)).coding()).isEqualTo(coding);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void reports_the_number_of_components(int components) throws IOException {
        byte[] jpeg = JpegBuilder.image().components(components).bytes();
        assertThat(Probing.facts(Probing.jpeg(jpeg)).components()).contains(components);
    }

    @Test
    void tables_before_the_frame_are_no_frame() throws IOException {
        byte[] jpeg = JpegBuilder.image()
                .segment(0xC4, Bytes.zeros(20))
                .segment(0xCC, Bytes.zeros(20))
                .bytes();
        assertThat(Probing.facts(Probing.jpeg(jpeg)).width()).isEqualTo(600);
    }

    @Test
    void fill_bytes_before_a_marker_are_legal() throws IOException {
        Probed probed =
                Probing.jpeg(JpegBuilder.image().raw(Bytes.filled(50, 0xFF)).bytes());
        assertThat(probed.defects()).isEmpty();
        assertThat(probed.facts()).isPresent();
    }

    @Test
    void stray_bytes_between_segments_are_tolerated_and_reported() throws IOException {
        Probed probed = Probing.jpeg(JpegBuilder.image().raw(Bytes.zeros(5)).bytes());
        assertThat(probed.defects())
                .containsExactly(Malformed.tolerated(
                        MalformedCode.STRAY_BYTES,
                        20,
                        Phrase.of("defects:jpeg.stray-bytes").with("count", 5),
                        "T.81 B.1.1.2"));
        assertThat(probed.facts()).isPresent();
    }

    @Test
    void a_height_of_0_is_not_readable() throws IOException {
        Malformed defect = Probing.defect(Probing.jpeg(patchedFrame(HEIGHT_IN_FRAME, Bytes.u16(0))));
        assertThat(defect.gravity()).isEqualTo(Gravity.BROKEN);
        assertThat(defect.clause()).isEqualTo("T.81 B.2.5");
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "2, 7", "2, 8", "2, 16", "2, 65535", "7, 0", "9, 0", "9, 1024"})
    void a_frame_header_that_contradicts_itself_is_not_readable(int offset, int value) throws IOException {
        assertThat(Probing.defect(Probing.jpeg(patchedFrame(offset, Bytes.u16(value))))
                        .gravity())
                .isEqualTo(Gravity.BROKEN);
    }

    @Test
    void a_scan_before_any_frame_is_not_readable() throws IOException {
        byte[] jpeg =
                JpegBuilder.image().raw(new byte[] {-1, (byte) 0xDA, 0, 8}).bytes();
        assertThat(Probing.defect(Probing.jpeg(jpeg)).what()).hasToString("a scan comes before any frame");
    }

    @Test
    void an_end_before_any_frame_is_not_readable() throws IOException {
        byte[] jpeg = JpegBuilder.image().raw(new byte[] {-1, (byte) 0xD9}).bytes();
        assertThat(Probing.defect(Probing.jpeg(jpeg)).what())
                .hasToString("the end of the image comes before any frame");
    }

    @Test
    void a_file_cut_off_before_its_frame_says_where_it_ends() throws IOException {
        Malformed defect =
                Probing.defect(Probing.jpeg(Arrays.copyOf(JpegBuilder.image().bytes(), 20)));
        assertThat(defect.offset()).isBetween(20L, 21L);
        assertThat(defect.what().key()).isEqualTo("defects:any.header-cut-off");
    }
}
