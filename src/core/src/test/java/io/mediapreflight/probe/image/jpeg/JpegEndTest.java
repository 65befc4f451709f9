package io.mediapreflight.probe.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.RecordingSource;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Completeness.CutOff;
import io.mediapreflight.probe.Completeness.Undecided;
import io.mediapreflight.probe.Completeness.Whole;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.image.Probing;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegEndTest {
    private static final int EOI_SIZE = 2;

    private static Completeness end(JpegBuilder jpeg) throws IOException {
        return end(jpeg.bytes());
    }

    private static Completeness end(byte[] jpeg) throws IOException {
        return Probing.completeness(Probing.jpeg(jpeg));
    }

    @Test
    void an_image_that_ends_with_its_marker_is_whole() throws IOException {
        assertThat(end(JpegBuilder.image())).isEqualTo(Whole.EXACT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, 4096, 60_000, JpegEnd.TAIL - EOI_SIZE})
    void padding_is_counted(int padding) throws IOException {
        assertThat(end(JpegBuilder.image().trailer(Bytes.zeros(padding)))).isEqualTo(new Whole(padding));
    }

    @Test
    void padding_behind_which_the_marker_is_out_of_sight_leaves_it_undecided() throws IOException {
        int padding = JpegEnd.TAIL + Window.CAPACITY;
        assertThat(end(JpegBuilder.image()
                        .entropy(JpegBuilder.entropyCoded(9000))
                        .trailer(Bytes.zeros(padding))))
                .isInstanceOf(Undecided.class);
    }

    /** A marker may have fill bytes before it (T.81 B.1.1.2), and is that marker all the same. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void tables_and_an_end_without_a_scan_are_no_image_whatever_fill_bytes_are_between_them(int fill)
            throws IOException {
        byte[] jpeg = JpegBuilder.image().bytes();
        byte[] tables = Arrays.copyOf(jpeg, Bytes.indexOf(jpeg, "\u00FF\u00DA"));

        assertThat(Probing.defect(Probing.jpeg(Bytes.join(tables, Bytes.filled(fill, 0xFF), Bytes.u16(0xFFD9))))
                        .code())
                .isEqualTo(MalformedCode.MISSING_SCAN);
    }

    @Test
    void a_video_behind_the_image_is_counted() throws IOException {
        byte[] clip = Mp4Builder.clip().bytes();
        assertThat(end(JpegBuilder.image().trailer(clip))).isEqualTo(new Whole(clip.length));
    }

    @Test
    void an_image_without_its_marker_is_cut_off() throws IOException {
        byte[] jpeg = JpegBuilder.image().withoutEnd().bytes();
        assertThat(end(jpeg))
                .isInstanceOfSatisfying(
                        CutOff.class, cut -> assertThat(cut.where().offset()).isEqualTo(jpeg.length));
    }

    @Test
    void a_large_image_without_its_marker_is_cut_off_since_it_ends_in_entropy_coded_data() throws IOException {
        assertThat(end(JpegBuilder.image()
                        .entropy(JpegBuilder.entropyCoded(2 * JpegEnd.TAIL))
                        .withoutEnd()))
                .isInstanceOf(CutOff.class);
    }

    /** Text without an FF, but for so many that have a stuffed 0 behind them. */
    private static byte[] text(int length, int stuffed) {
        byte[] text = Bytes.filled(length, 'x');
        for (int i = 1; i <= stuffed; i++) {
            text[length - 100 * i] = -1;
            text[length - 100 * i + 1] = 0;
        }
        return text;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15})
    void a_long_text_with_a_rare_stuffed_0_does_not_look_like_the_middle_of_an_image(int stuffed) throws IOException {
        assertThat(end(JpegBuilder.image().trailer(text(100_000, stuffed)))).isInstanceOf(Undecided.class);
    }

    @Test
    void a_stuffed_0_in_4_kib_looks_like_the_middle_of_an_image() throws IOException {
        assertThat(end(JpegBuilder.image().trailer(text(100_000, 16)))).isInstanceOf(CutOff.class);
    }

    @Test
    void a_text_behind_a_scan_near_by_hides_no_marker_so_that_the_image_is_cut_off() throws IOException {
        assertThat(end(JpegBuilder.image().withoutEnd().trailer(text(10_000, 1))))
                .isInstanceOf(CutOff.class);
    }

    @Test
    void restart_markers_belong_to_entropy_coded_data() throws IOException {
        byte[] entropy = JpegBuilder.entropyCoded(2 * JpegEnd.TAIL);
        for (int i = 20; i < entropy.length - 1; i += 1000) {
            entropy[i] = -1;
            entropy[i + 1] = (byte) (0xD0 + i / 1000 % 8);
        }
        assertThat(end(JpegBuilder.image().entropy(entropy).withoutEnd())).isInstanceOf(CutOff.class);
    }

    @Test
    void the_marker_of_the_thumbnail_is_not_that_of_the_image() throws IOException {
        assertThat(end(JpegBuilder.image().exifWithThumbnail(1).withoutEnd())).isInstanceOf(CutOff.class);
    }

    @Test
    void a_marker_in_a_table_behind_the_frame_is_not_that_of_the_image() throws IOException {
        assertThat(end(JpegBuilder.image()
                        .table(0xC4, new byte[] {0, -1, (byte) 0xD9, 0})
                        .withoutEnd()))
                .isInstanceOf(CutOff.class);
    }

    @Test
    void a_file_that_ends_between_frame_and_scan_is_cut_off() throws IOException {
        byte[] jpeg = JpegBuilder.image().bytes();
        int scan = Bytes.indexOf(jpeg, "\u00FF\u00DA");
        assertThat(end(Arrays.copyOf(jpeg, scan))).isInstanceOf(CutOff.class);
    }

    @Test
    void a_marker_that_is_cut_in_half_does_not_count() throws IOException {
        byte[] jpeg = JpegBuilder.image().bytes();
        assertThat(end(Arrays.copyOf(jpeg, jpeg.length - 1))).isInstanceOf(CutOff.class);
    }

    @Test
    void a_large_source_of_unknown_size_leaves_it_undecided() throws IOException {
        RecordingSource source = JpegBuilder.image().sized(1_000_000).unknownSize();
        assertThat(Probing.completeness(Probing.probed(new JpegProbe(), source)))
                .isInstanceOf(Undecided.class);
    }
}
