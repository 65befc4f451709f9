package io.mediapreflight.ffmpeg.png;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.ffmpeg.InProcessExaminer;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chunks of a PNG, those included that lie where no header probe reads. */
class PngOrderTest {
    /** Beyond the first bytes that are read, and before the last. */
    private static final int OUT_OF_REACH = 20_000;

    private static final byte[] END = Pngs.chunk("IEND", new byte[0]);
    private static final byte[] GRAY = Pngs.chunk("IHDR", Pngs.header(0, 0));
    private static final byte[] INDEXED = Pngs.chunk("IHDR", Pngs.header(0, 3));
    private static final byte[] DATA = Pngs.chunk("IDAT", Pngs.packed(Pngs.rows()));
    private static final byte[] NO_DATA = Pngs.chunk("IDAT", new byte[0]);
    private static final byte[] COMMENT = Pngs.chunk("tEXt", "a\0b".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    Path directory;

    @ParameterizedTest(name = "a palette of {0} bytes: {1}")
    @CsvSource({"-1, false", "0, false", "1, false", "2, false", "3, true", "4, false", "768, true", "771, false"})
    void indexed_colours_have_a_palette_of_1_to_256_entries(int bytes, boolean isAudio) {
        List<byte[]> chunks = bytes < 0
                ? List.of(INDEXED, DATA, END)
                : List.of(INDEXED, Pngs.chunk("PLTE", new byte[bytes]), DATA, END);
        assertThat(defect(chunks).isEmpty()).isEqualTo(isAudio);
    }

    @Test
    void a_palette_behind_the_image_data_comes_too_late() {
        assertThat(defect(List.of(INDEXED, DATA, Pngs.chunk("PLTE", new byte[3]), END)))
                .hasValueSatisfying(what -> assertThat(what).contains("no PLTE comes before the image data"));
    }

    @Test
    void other_colours_may_have_any_palette() {
        assertThat(defect(List.of(GRAY, Pngs.chunk("PLTE", new byte[4]), DATA, END)))
                .isEmpty();
    }

    @Test
    void image_data_come_in_one_run() {
        assertThat(defect(List.of(GRAY, COMMENT, NO_DATA, DATA, NO_DATA, COMMENT, END)))
                .isEmpty();
        assertThat(defect(List.of(GRAY, NO_DATA, COMMENT, DATA, END))).isEmpty();
        assertThat(defect(List.of(GRAY, DATA, COMMENT, NO_DATA, END)))
                .hasValueSatisfying(what -> assertThat(what).contains("which interrupts them"));
    }

    @Test
    void the_frames_of_an_animation_do_not_interrupt_them() throws IOException {
        assertThat(PngOrder.of(ByteBuffer.wrap(Testdata.bytes("animation.apng")))
                        .defect())
                .isEmpty();
    }

    @Test
    void a_second_header_does_not_count() {
        assertThat(defect(List.of(GRAY, DATA, GRAY, END)))
                .hasValueSatisfying(what -> assertThat(what).startsWith("there is a second IHDR, at byte "));
    }

    @Test
    void the_end_is_behind_the_first_end_chunk() {
        byte[] png = Pngs.png(List.of(GRAY, DATA, END));
        byte[] longer = Arrays.copyOf(png, png.length + 100);
        assertThat(PngOrder.of(ByteBuffer.wrap(longer)).end()).hasValue(png.length);
        assertThat(PngOrder.of(ByteBuffer.wrap(png, 0, png.length - 1)).end()).isEmpty();
    }

    @Test
    void answers_whatever_is_cut_off() {
        byte[] png = Pngs.png(List.of(INDEXED, Pngs.chunk("PLTE", new byte[3]), DATA, COMMENT, END));
        for (int length = 0; length < png.length; length++) {
            assertThat(PngOrder.of(ByteBuffer.wrap(Arrays.copyOf(png, length))).end())
                    .isEmpty();
        }
    }

    @Test
    void every_chunk_beyond_the_reach_of_the_header_probe_is_looked_at() throws IOException {
        assertThat(outcomes(large(NO_DATA))).containsExactly(Outcome.PASS, Outcome.PASS);
        for (byte[] late : List.of(
                COMMENT, // image data follow
                GRAY,
                ByteBuffer.allocate(12)
                        .putInt(Integer.MAX_VALUE)
                        .putInt(0x49444154)
                        .array(),
                new byte[12])) {
            assertThat(outcomes(large(late))).containsExactly(Outcome.PASS, Outcome.FAIL);
        }
    }

    /** More chunks than the header probe follows; what it leaves open is settled. */
    @Test
    void settles_where_an_image_ends_behind_a_flood_of_chunks() throws IOException {
        List<byte[]> chunks = new ArrayList<>(List.of(GRAY, DATA));
        chunks.addAll(Collections.nCopies(70_000, NO_DATA));
        chunks.add(END);
        byte[] whole = Pngs.png(chunks);
        byte[] png = Arrays.copyOf(whole, whole.length + 600);
        Path file = Files.write(directory.resolve("flood.png"), png);
        assertThat(Judged.outcome(verdict(file, false), RuleId.IMAGE_COMPLETE)).isEqualTo(Outcome.UNKNOWN);
        assertThat(Judged.outcome(verdict(file, true), RuleId.IMAGE_COMPLETE)).isEqualTo(Outcome.PASS);
    }

    /** A whole image whose data go on behind this chunk. */
    private static byte[] large(byte[] late) {
        byte[] noise = new byte[OUT_OF_REACH];
        new Random(1).nextBytes(noise);
        byte[] unused = Pngs.chunk("IDAT", noise); // behind the end of the compressed data
        return Pngs.png(List.of(GRAY, DATA, unused, late, unused, END));
    }

    private List<Outcome> outcomes(byte[] png) throws IOException {
        Path file = Files.write(directory.resolve("large.png"), png);
        return Stream.of(false, true)
                .map(deep -> Judged.outcome(verdict(file, deep), deep ? RuleId.IMAGE_DECODABLE : RuleId.IMAGE_COMPLETE))
                .toList();
    }

    private static Verdict verdict(Path file, boolean deep) {
        Preflight preflight = Preflight.standard();
        return (deep
                        ? preflight.toBuilder()
                                .examiner(InProcessExaminer.builder(Limits.klingV3MotionControl())
                                        .build())
                                .build()
                        : preflight)
                .check(file, Subject.image());
    }

    private static Optional<String> defect(List<byte[]> chunks) {
        return PngOrder.of(ByteBuffer.wrap(Pngs.png(chunks))).defect();
    }
}
