package io.mediapreflight.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Decoding.Broken;
import io.mediapreflight.decoder.Decoding.Undecided;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import io.mediapreflight.ffmpeg.bound.Watch;
import io.mediapreflight.ffmpeg.png.Pngs;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.spec.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Images that FFmpeg refuses are refused with the reason that is in their bytes, and not with FFmpeg's words for any error. */
class ImageDamageTest {
    private static final byte[] END = Pngs.chunk("IEND", new byte[0]);
    private static final byte[] GRAY = Pngs.chunk("IHDR", Pngs.header(0, 0));
    private static final byte[] PACKED = Pngs.packed(Pngs.rows());
    private static final byte[] DATA = Pngs.chunk("IDAT", PACKED);

    private static final String JPEG = "photo-small.jpg";

    @TempDir
    Path directory;

    @BeforeAll
    static void load_ffmpeg() {
        Natives.load();
    }

    private Decoding decoding(byte[] image, Format format) throws IOException {
        Path file = Files.write(directory.resolve("image"), image);
        try (FileSource source = FileSource.open(file)) {
            return new ImageTrial(new Watch(DecodeBounds.standard()))
                    .run(source, format, Optional.empty(), Depth.EVERY_FRAME);
        }
    }

    static Stream<Arguments> damagedPngs() {
        byte[] wrongChecksum = DATA.clone();
        wrongChecksum[wrongChecksum.length - 1] ^= 1;
        return Stream.of(
                png("the compressed data of the image are damaged", GRAY, data(patched(PACKED, 0, 0)), END),
                png("the compressed data of the image are damaged", GRAY, data(patched(PACKED, 0, 0x1F)), END),
                png("the compressed data of the image are damaged", GRAY, data(flippedLast()), END),
                png("the compressed data of the image are too short for it", GRAY, data(cut()), END),
                png(
                        "the compressed data of the image hold a row of an unknown filter",
                        GRAY,
                        data(Pngs.packed(filtered(7))),
                        END),
                png("the checksum of the chunk IDAT is wrong, at byte 33", GRAY, wrongChecksum, END),
                png("it has no image data", GRAY, END),
                png("it has no image data", GRAY, Pngs.chunk("IDAT", new byte[0]), END),
                png("there is a second IHDR, at byte 33", GRAY, GRAY, DATA, END),
                png(
                        "the colours are indexed, and no PLTE comes before the image data, at byte 33",
                        Pngs.chunk("IHDR", Pngs.header(0, 3)),
                        DATA,
                        END),
                png("a chunk runs past the end of the file, at byte 33", GRAY, Arrays.copyOf(DATA, DATA.length - 9)));
    }

    private static Arguments png(String reason, byte[]... chunks) {
        return Arguments.of(reason, Pngs.png(List.of(chunks)));
    }

    private static byte[] data(byte[] packed) {
        return Pngs.chunk("IDAT", packed);
    }

    private static byte[] patched(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static byte[] flippedLast() {
        return patched(PACKED, PACKED.length - 1, PACKED[PACKED.length - 1] ^ 1);
    }

    private static byte[] cut() {
        return Arrays.copyOf(PACKED, PACKED.length - 8);
    }

    private static byte[] filtered(int filter) {
        return patched(Pngs.rows(), 0, filter);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damagedPngs")
    void a_damaged_png_is_refused_with_the_reason(String reason, byte[] png) throws IOException {
        assertThat(decoding(png, Format.PNG)).isEqualTo(new Broken(Optional.empty(), reason));
    }

    private static byte[] jpeg() throws IOException {
        return Testdata.bytes(JPEG);
    }

    private static int marker(byte[] jpeg, int code) {
        return new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00FF" + (char) code);
    }

    @Test
    void half_a_jpeg_ends_without_its_marker() throws IOException {
        byte[] jpeg = jpeg();
        int half = jpeg.length / 2;

        assertThat(decoding(Arrays.copyOf(jpeg, half), Format.JPEG))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.what())
                                .startsWith("the image data end without an end-of-image marker, at byte "));
    }

    @Test
    void half_a_jpeg_with_a_marker_at_its_end_has_damaged_data() throws IOException {
        byte[] half = Arrays.copyOf(jpeg(), jpeg().length / 2);
        half[half.length - 2] = (byte) 0xFF;
        half[half.length - 1] = (byte) 0xD9;

        assertThat(decoding(half, Format.JPEG)).isEqualTo(new Broken(Optional.empty(), "its data are damaged"));
    }

    @Test
    void a_jpeg_without_a_scan_says_so() throws IOException {
        byte[] jpeg = Arrays.copyOf(jpeg(), marker(jpeg(), 0xDA) + 2);
        jpeg[jpeg.length - 1] = (byte) 0xD9;

        assertThat(decoding(jpeg, Format.JPEG))
                .isEqualTo(new Broken(Optional.empty(), "it ends before its first scan"));
    }

    /** The frames of arithmetic and hierarchical JPEG, and those of other than 8 bits. */
    @ParameterizedTest
    @CsvSource({
        "C5, 8", "C6, 8", "C7, 8", "C9, 8", "CA, 8", "CB, 8", "CD, 8", "CE, 8", "CF, 8", "C9, 12", "C3, 12", "C3, 8"
    })
    void a_variant_that_ffmpeg_lacks_is_undecided_in_plain_words(String frame, int bits) throws IOException {
        byte[] jpeg = jpeg();
        int at = marker(jpeg, 0xC0);
        jpeg[at + 1] = (byte) Integer.parseInt(frame, 16);
        jpeg[at + 4] = (byte) bits;

        assertThat(decoding(jpeg, Format.JPEG))
                .isInstanceOfSatisfying(
                        Undecided.class,
                        undecided -> assertThat(undecided.why()).contains("JPEG"));
    }
}
