package io.mediapreflight.probe.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.probe.MalformedCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that libjpeg and FFmpeg refuse. */
class JpegTablesTest {
    private static final int DQT = 0xDB;
    private static final int DHT = 0xC4;
    private static final int ELEMENTS = 64;

    private static List<MalformedCode> codes(JpegBuilder jpeg) {
        return Judged.image(jpeg.bytes()).probed().orElseThrow().defects().stream()
                .map(defect -> defect.code())
                .toList();
    }

    private static byte[] quantisation(int header, int bytes) {
        return Bytes.join(Bytes.u8(header), Bytes.filled(bytes, 1));
    }

    /** With so many codes of eight bits, and so many symbols. */
    private static byte[] huffman(int header, int codes, int symbols) {
        return Bytes.join(Bytes.u8(header), Bytes.zeros(7), Bytes.u8(codes), Bytes.zeros(8), Bytes.zeros(symbols));
    }

    @ParameterizedTest
    @CsvSource({"0x00, 64", "0x03, 64", "0x10, 128", "0x13, 128"})
    void a_quantisation_table_of_one_of_four_numbers_passes(String header, int bytes) {
        assertThat(codes(JpegBuilder.image().segment(DQT, quantisation(Integer.decode(header), bytes))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x04", "0x0F", "0x14", "0x20", "0x80", "0xFF"})
    void a_quantisation_table_of_another_number_is_malformed(String header) {
        byte[] table = quantisation(Integer.decode(header), 2 * ELEMENTS);
        assertThat(codes(JpegBuilder.image().segment(DQT, table))).containsExactly(MalformedCode.TABLE_NUMBER);
    }

    @Test
    void a_quantisation_table_that_runs_past_its_segment_is_malformed() {
        assertThat(codes(JpegBuilder.image().segment(DQT, quantisation(0x10, 127))))
                .containsExactly(MalformedCode.TABLE_RUNS_PAST_SEGMENT);
    }

    @Test
    void looks_at_every_table_of_a_segment() {
        byte[] two = Bytes.join(quantisation(0, ELEMENTS), quantisation(4, ELEMENTS));
        assertThat(codes(JpegBuilder.image().segment(DQT, two))).containsExactly(MalformedCode.TABLE_NUMBER);
        byte[] codes = Bytes.join(huffman(0, 2, 2), huffman(0x11, 255, 255), huffman(0x20, 2, 2));
        assertThat(codes(JpegBuilder.image().segment(DHT, codes))).containsExactly(MalformedCode.TABLE_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x00", "0x03", "0x10", "0x13"})
    void a_huffman_table_of_one_of_four_numbers_passes(String header) {
        assertThat(codes(JpegBuilder.image().segment(DHT, huffman(Integer.decode(header), 200, 200))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x04", "0x14", "0x20", "0x40", "0xFF"})
    void a_huffman_table_of_another_class_or_number_is_malformed(String header) {
        assertThat(codes(JpegBuilder.image().segment(DHT, huffman(Integer.decode(header), 200, 200))))
                .containsExactly(MalformedCode.TABLE_NUMBER);
    }

    @Test
    void a_huffman_table_that_runs_past_its_segment_is_malformed() {
        assertThat(codes(JpegBuilder.image().segment(DHT, huffman(0, 200, 199))))
                .containsExactly(MalformedCode.TABLE_RUNS_PAST_SEGMENT);
        assertThat(codes(JpegBuilder.image().segment(DHT, Bytes.zeros(16))))
                .containsExactly(MalformedCode.TABLE_RUNS_PAST_SEGMENT);
    }

    @Test
    void looks_at_tables_behind_the_frame_too() {
        assertThat(codes(JpegBuilder.image().table(DHT, huffman(4, 2, 2)))).containsExactly(MalformedCode.TABLE_NUMBER);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "3, true", "4, false", "255, false"})
    void a_component_has_one_of_four_quantisation_tables(int table, boolean readable) {
        byte[] jpeg = JpegBuilder.image().bytes();
        byte[] patched = Bytes.patched(jpeg, Bytes.indexOf(jpeg, "\u00FF\u00C0") + 12, Bytes.u8(table));
        assertThat(Judged.image(patched).passed()).isEqualTo(readable);
    }
}
