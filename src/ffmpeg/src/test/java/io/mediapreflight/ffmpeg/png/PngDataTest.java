package io.mediapreflight.ffmpeg.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Decoding.Broken;
import io.mediapreflight.decoder.Decoding.Decoded;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.ffmpeg.InProcessExaminer;
import io.mediapreflight.ffmpeg.agreement.HeaderReadings;
import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import io.mediapreflight.ffmpeg.bound.StoppedException;
import io.mediapreflight.ffmpeg.bound.Watch;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.spec.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The compressed data of a PNG's image have to be whole. */
class PngDataTest {
    private static final String TOO_SHORT = "the compressed data of the image are too short for it";
    private static final String DAMAGED = "the compressed data of the image are damaged";
    private static final String FILTER = "the compressed data of the image hold a row of an unknown filter";
    private static final String NO_CHECKSUM = "the compressed data of the image end before their checksum";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void passes_a_whole_image_interlaced_or_not(int interlace) throws Exception {
        byte[] rows = interlace == 0 ? Pngs.rows() : Pngs.passes();
        assertThat(damage(Pngs.png(interlace, List.of(Pngs.packed(rows))))).isEmpty();
        assertThat(damage(Pngs.png(interlace, List.of(Pngs.packed(Arrays.copyOf(rows, rows.length - 1))))))
                .contains(TOO_SHORT);
    }

    @Test
    void passes_data_in_chunks_of_one_byte_and_of_none() throws Exception {
        byte[] packed = Pngs.packed(Pngs.rows());
        List<byte[]> bytes = IntStream.range(0, 2 * packed.length)
                .mapToObj(i -> i % 2 == 0 ? new byte[0] : new byte[] {packed[i / 2]})
                .toList();
        assertThat(damage(Pngs.png(0, bytes))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100_000})
    void passes_data_behind_the_image(int more) throws Exception {
        byte[] rows = Arrays.copyOf(Pngs.rows(), Pngs.rows().length + more);
        assertThat(damage(Pngs.png(0, List.of(Pngs.packed(rows))))).isEmpty();
    }

    @Test
    void passes_what_follows_the_end_of_the_data() throws Exception {
        assertThat(damage(Pngs.png(0, List.of(Pngs.packed(Pngs.rows()), new byte[] {1, 2, 3}))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "4, true", "5, false", "127, false", "-1, false"})
    void knows_the_filters_0_to_4(byte filter, boolean isKnown) throws Exception {
        byte[] rows = Pngs.rows();
        rows[(Pngs.HEIGHT - 1) * (1 + Pngs.WIDTH)] = filter;
        assertThat(damage(Pngs.png(0, List.of(Pngs.packed(rows)))))
                .isEqualTo(isKnown ? Optional.empty() : Optional.of(FILTER));
    }

    @Test
    void notices_a_wrong_checksum_and_a_missing_one() throws Exception {
        byte[] packed = Pngs.packed(Pngs.rows());
        byte[] wrong = packed.clone();
        wrong[wrong.length - 1] ^= 1;
        assertThat(damage(Pngs.png(0, List.of(wrong)))).contains(DAMAGED);
        assertThat(damage(Pngs.png(0, List.of(Arrays.copyOf(packed, packed.length - 1)))))
                .contains(NO_CHECKSUM);
    }

    @Test
    void has_nothing_to_say_where_there_are_no_data() throws Exception {
        assertThat(damage(Pngs.png(0, List.of()))).isEmpty();
    }

    @Test
    void answers_whatever_is_cut_off() throws Exception {
        byte[] png = Pngs.png(1, List.of(Pngs.packed(Pngs.passes())));
        for (int length = 0; length < png.length; length++) {
            assertThat(damage(Arrays.copyOf(png, length)).orElse(TOO_SHORT)).isIn(TOO_SHORT, NO_CHECKSUM);
        }
    }

    @Test
    void stops_where_the_time_is_over() {
        Watch watch = new Watch(DecodeBounds.standard().withWallTime(Duration.ofNanos(1)));
        ByteBuffer png = ByteBuffer.wrap(Pngs.png(0, List.of(Pngs.packed(Pngs.rows()))));
        assertThatThrownBy(() -> new PngData(watch).damage(png)).isInstanceOf(StoppedException.class);
    }

    /** The garbage unpacks to rows of known filters, and to more than the image has. */
    @Test
    void an_image_is_broken_whose_data_are_garbage_from_their_middle_on() throws IOException {
        byte[] bytes = Testdata.bytes("drawing.png");
        ByteBuffer png = ByteBuffer.wrap(bytes);
        int chunk = 8;
        while (png.getInt(chunk + 4) != 0x49444154) {
            chunk += 12 + png.getInt(chunk);
        }
        int length = png.getInt(chunk);
        Arrays.fill(bytes, chunk + 8 + length / 2, chunk + 8 + length, (byte) 0x5A);
        CRC32 checksum = new CRC32();
        checksum.update(bytes, chunk + 4, 4 + length);
        png.putInt(chunk + 8 + length, (int) checksum.getValue());
        assertThat(decoding(bytes))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.what()).isEqualTo(NO_CHECKSUM));
    }

    @Test
    void an_image_is_broken_whose_intact_data_are_too_short() throws IOException {
        byte[] half = Arrays.copyOf(Pngs.rows(), Pngs.rows().length / 2);
        assertThat(decoding(Pngs.png(0, List.of(Pngs.packed(half))))).isInstanceOf(Broken.class);
        assertThat(decoding(Pngs.png(0, List.of(Pngs.packed(Pngs.rows()))))).isEqualTo(new Decoded(Depth.ENDS, 1));
    }

    private Decoding decoding(byte[] png) throws IOException {
        Path file = Files.write(directory.resolve("image.png"), png);
        return InProcessExaminer.builder(Limits.klingV3MotionControl())
                .build()
                .examine(file, HeaderReadings.probed(file).orElseThrow())
                .decoderResult()
                .orElseThrow()
                .decoding();
    }

    private static Optional<String> damage(byte[] png) throws StoppedException {
        return new PngData(new Watch(DecodeBounds.standard())).damage(ByteBuffer.wrap(png));
    }
}
