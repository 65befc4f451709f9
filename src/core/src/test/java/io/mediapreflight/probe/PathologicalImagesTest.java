package io.mediapreflight.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.fixture.RecordingSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that no program writes and every decoder reads: they pass, within the budget. */
class PathologicalImagesTest {
    private static void assertPasses(byte[] image) {
        RecordingSource source = RecordingSource.of(image);
        assertThat(Judged.findings(Judged.image(source))).isEmpty();
        assertThat(source.bytesRead()).isLessThanOrEqualTo(Window.BUDGET);
    }

    @Test
    void a_jpeg_with_100_kib_of_fill_bytes_before_its_frame_passes() {
        assertPasses(JpegBuilder.image().raw(Bytes.filled(100 << 10, 0xFF)).bytes());
    }

    @Test
    void a_jpeg_with_100_kib_of_fill_bytes_before_its_scan_passes() {
        assertPasses(JpegBuilder.image()
                .rawBehindFrame(Bytes.filled(100 << 10, 0xFF))
                .trailer(Bytes.zeros(1))
                .bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 254, 255, 1900})
    void a_jpeg_with_5000_segments_passes(int length) {
        assertPasses(JpegBuilder.image().segments(5000, length).bytes());
    }

    @ParameterizedTest
    @CsvSource({"50000, 9", "50000, 65", "50000, 170"})
    void a_png_with_50000_texts_before_its_image_data_passes(int count, int length) {
        byte[] text = PngBuilder.chunk("tEXt", Bytes.filled(length, 'x'));
        assertPasses(PngBuilder.image().before(Bytes.repeat(count, text)).bytes());
    }

    @Test
    void a_png_with_50000_texts_behind_its_image_data_and_a_trailer_passes() {
        byte[] text = PngBuilder.chunk("tEXt", Bytes.filled(100, 'x'));
        assertPasses(PngBuilder.image()
                .behind(Bytes.repeat(50_000, text))
                .trailer(Bytes.zeros(1))
                .bytes());
    }

    @Test
    void a_png_with_10000_empty_chunks_of_image_data_passes() {
        byte[] empty = Bytes.repeat(10_000, PngBuilder.chunk("IDAT"));
        assertPasses(PngBuilder.image()
                .before(empty)
                .behind(empty)
                .trailer(Bytes.zeros(1))
                .bytes());
    }
}
