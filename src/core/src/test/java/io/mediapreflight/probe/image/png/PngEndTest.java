package io.mediapreflight.probe.image.png;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.fixture.RecordingSource;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Completeness.CutOff;
import io.mediapreflight.probe.Completeness.Whole;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.image.Probing;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngEndTest {
    private static final int IEND_SIZE = 12;
    private static final byte[] EXIF = PngBuilder.chunk("eXIf", JpegBuilder.tiff(3, ByteOrder.BIG_ENDIAN));

    private static Completeness end(byte[] png) throws IOException {
        return Probing.completeness(Probing.png(png));
    }

    @Test
    void an_image_that_ends_with_its_last_chunk_is_whole() throws IOException {
        assertThat(end(PngBuilder.image().bytes())).isEqualTo(Whole.EXACT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 100, 5000, 200_000})
    void bytes_behind_the_end_are_counted(int trailing) throws IOException {
        assertThat(end(PngBuilder.image()
                        .imageData(20, 700)
                        .trailer(Bytes.filled(trailing, 0xEE))
                        .bytes()))
                .isEqualTo(new Whole(trailing));
    }

    @Test
    void an_image_without_its_end_is_cut_off() throws IOException {
        byte[] png = PngBuilder.image().withoutEnd().bytes();
        assertThat(end(png))
                .isEqualTo(new CutOff(
                        IEND_SIZE,
                        Malformed.broken(
                                MalformedCode.MISSING_END, png.length, Phrase.of("defects:png.no-iend"), "PNG 5.6")));
    }

    /** A length of one byte too many in front of IEND: all readers miss it, although it ends the file. */
    @ParameterizedTest
    @ValueSource(ints = {1, 6, 11})
    void a_chunk_whose_length_leads_into_iend_is_cut_off(int tooMany) throws IOException {
        byte[] png = PngBuilder.image().before(EXIF).behind(EXIF).bytes();
        int behind = png.length - IEND_SIZE - EXIF.length;
        byte[] length = Bytes.u32(EXIF.length - 12L + tooMany);

        assertThat(end(Bytes.patched(png, behind, length)))
                .isEqualTo(new CutOff(
                        tooMany,
                        Malformed.broken(
                                MalformedCode.CHUNK_RUNS_PAST_END,
                                png.length - IEND_SIZE + tooMany,
                                Phrase.of("defects:png.ends-in-chunk"),
                                "PNG 5.6")));
    }

    @Test
    void a_chunk_past_the_end_says_by_how_much() throws IOException {
        byte[] png = PngBuilder.image().imageData(1, 1000).bytes();
        int lost = 600;
        int chunk = Bytes.indexOf(png, "IDAT") - 4;
        assertThat(end(Arrays.copyOf(png, png.length - IEND_SIZE - lost)))
                .isEqualTo(new CutOff(
                        lost,
                        Malformed.broken(
                                MalformedCode.CHUNK_RUNS_PAST_END,
                                chunk,
                                Phrase.of("defects:png.chunk-past-end"),
                                "PNG 5.6")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8, 11})
    void an_end_that_is_cut_off_itself_says_by_how_much(int lost) throws IOException {
        byte[] png = PngBuilder.image().bytes();
        assertThat(end(Arrays.copyOf(png, png.length - lost)))
                .isInstanceOfSatisfying(
                        CutOff.class, cut -> assertThat(cut.missingBytes()).isEqualTo(lost));
    }

    @Test
    void the_letters_of_the_end_among_the_pixels_are_not_the_end() throws IOException {
        byte[] letters = Bytes.join(Bytes.zeros(100), Bytes.u32(0), Bytes.text("IEND"));
        byte[] png = PngBuilder.image()
                .imageData(0, 0)
                .before(PngBuilder.chunk("IDAT", letters))
                .withoutEnd()
                .bytes();
        assertThat(end(png)).isInstanceOf(CutOff.class);
    }

    @Test
    void an_orientation_behind_the_image_data_is_found() throws IOException {
        byte[] png = PngBuilder.image().behind(EXIF).bytes();
        assertThat(Probing.facts(Probing.png(png)).orientation()).contains(ExifOrientation.ROTATED_180);
    }

    @Test
    void an_orientation_behind_many_chunks_of_image_data_is_found() throws IOException {
        RecordingSource source = PngBuilder.image().behind(EXIF).sized(5_000_000);
        assertThat(Probing.facts(Probing.probed(new PngProbe(), source)).orientation())
                .contains(ExifOrientation.ROTATED_180);
    }

    @Test
    void an_orientation_whose_checksum_is_wrong_is_pixels() throws IOException {
        byte[] wrong = Bytes.patched(EXIF, EXIF.length - 4, Bytes.u32(0));
        byte[] png = PngBuilder.image().behind(wrong).bytes();
        assertThat(Probing.facts(Probing.png(png)).orientation()).isEmpty();
    }

    @Test
    void the_orientation_before_the_image_data_comes_first() throws IOException {
        byte[] before = PngBuilder.chunk("eXIf", JpegBuilder.tiff(6, ByteOrder.LITTLE_ENDIAN));
        byte[] png = PngBuilder.image().before(before).behind(EXIF).bytes();
        assertThat(Probing.facts(Probing.png(png)).orientation()).contains(ExifOrientation.ROTATED_90);
    }

    @Test
    void a_source_of_unknown_size_is_walked_to_its_end() throws IOException {
        RecordingSource source =
                PngBuilder.image().trailer(Bytes.zeros(9)).sized(1_000_000).unknownSize();
        assertThat(Probing.completeness(Probing.probed(new PngProbe(), source))).isInstanceOf(Whole.class);
    }
}
