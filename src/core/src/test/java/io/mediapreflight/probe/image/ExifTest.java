package io.mediapreflight.probe.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.probe.ExifOrientation;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExifTest {
    private static final int APP1 = 0xE1;

    private static Optional<ExifOrientation> orientation(JpegBuilder jpeg) throws IOException {
        return Probing.facts(Probing.jpeg(jpeg.bytes())).orientation();
    }

    private static Optional<ExifOrientation> ofTiff(byte[] tiff) throws IOException {
        return orientation(JpegBuilder.image().segment(APP1, Bytes.join(Bytes.text("Exif\0\0"), tiff)));
    }

    @ParameterizedTest
    @EnumSource(ExifOrientation.class)
    void reads_every_orientation_in_either_byte_order(ExifOrientation orientation) throws IOException {
        assertThat(orientation(JpegBuilder.image().exif(orientation.tag(), ByteOrder.BIG_ENDIAN)))
                .contains(orientation);
        assertThat(orientation(JpegBuilder.image().exif(orientation.tag(), ByteOrder.LITTLE_ENDIAN)))
                .contains(orientation);
    }

    @ParameterizedTest
    @EnumSource(ExifOrientation.class)
    void reads_every_orientation_of_a_png(ExifOrientation orientation) throws IOException {
        byte[] exif = PngBuilder.chunk("eXIf", JpegBuilder.tiff(orientation.tag(), ByteOrder.LITTLE_ENDIAN));
        byte[] png = PngBuilder.image().before(exif).bytes();
        assertThat(Probing.facts(Probing.png(png)).orientation()).contains(orientation);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, false",
        "2, 0, true",
        "3, 180, false",
        "4, 180, true",
        "5, 90, true",
        "6, 90, false",
        "7, 270, true",
        "8, 270, false"
    })
    void an_orientation_is_a_rotation_and_then_a_mirror(int tag, int rotation, boolean mirrored) {
        assertThat(ExifOrientation.ofTag(tag)).hasValueSatisfying(orientation -> {
            assertThat(orientation.rotation()).isEqualTo(rotation);
            assertThat(orientation.mirrored()).isEqualTo(mirrored);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65_535})
    void other_values_are_not_orientations(int tag) throws IOException {
        assertThat(orientation(JpegBuilder.image().exif(tag, ByteOrder.BIG_ENDIAN)))
                .isEmpty();
    }

    @Test
    void the_first_of_two_counts() throws IOException {
        assertThat(orientation(JpegBuilder.image().exif(6, ByteOrder.BIG_ENDIAN).exif(3, ByteOrder.LITTLE_ENDIAN)))
                .contains(ExifOrientation.ROTATED_90);
    }

    @Test
    void the_frame_header_of_the_thumbnail_is_not_that_of_the_image() throws IOException {
        assertThat(Probing.facts(
                        Probing.jpeg(JpegBuilder.image().exifWithThumbnail(8).bytes())))
                .extracting("width", "height", "orientation")
                .containsExactly(600L, 800L, Optional.of(ExifOrientation.ROTATED_270));
    }

    @Test
    void an_invalid_byte_order_makes_no_image_unreadable() throws IOException {
        assertThat(ofTiff(Bytes.patched(JpegBuilder.tiff(6, ByteOrder.BIG_ENDIAN), 0, Bytes.text("XX"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 25, 26, 65_535, 0x7FFF_FFFFL, 0xFFFF_FFFFL})
    void a_directory_that_lies_elsewhere_makes_no_image_unreadable(long offset) throws IOException {
        assertThat(ofTiff(Bytes.patched(JpegBuilder.tiff(6, ByteOrder.BIG_ENDIAN), 4, Bytes.u32(offset))))
                .isEmpty();
    }

    @Test
    void more_entries_than_there_are_make_no_image_unreadable() throws IOException {
        byte[] tiff = JpegBuilder.tiff(6, ByteOrder.BIG_ENDIAN);
        byte[] otherTag = Bytes.patched(tiff, 10, Bytes.u16(0x0100));
        assertThat(ofTiff(Bytes.patched(otherTag, 8, Bytes.u16(0xFFFF)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 9, 12, 21})
    void a_structure_that_is_cut_off_makes_no_image_unreadable(int length) throws IOException {
        byte[] tiff = JpegBuilder.tiff(6, ByteOrder.LITTLE_ENDIAN);
        assertThat(ofTiff(java.util.Arrays.copyOf(tiff, length))).isEmpty();
    }
}
