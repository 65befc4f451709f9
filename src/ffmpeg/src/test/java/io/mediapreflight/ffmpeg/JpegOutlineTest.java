package io.mediapreflight.ffmpeg;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.decoder.Decoding.Undecided;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegOutlineTest {
    /** Beyond what headers look at before the end of the file. */
    private static final int VIDEO = 400_000;

    private static final Preflight PREFLIGHT = Preflight.builder()
            .examiner(InProcessExaminer.builder(Limits.klingV3MotionControl()).build())
            .build();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "FFD8 FFDA0002 11FF0022 FFD9, 12",
        "FFD8 FFDA0002 11 FFD9 AABBCC, 9",
        "FFD8 FFFFFFDA0002 11 FFFFD9, 12",
        "FFD8 FFDD00040001 FFDA0002 11FFD022 FFD9, 18",
        "FFD8 FFDA0002 11 FFC40002 FFDA0002 22 FFD9, 18",
        "FFD8 FFDA0002 11FFD022 FFD9, -1",
        "FFD8 FFDA0002 1122, -1",
        "FFD8 FFDA0009 11 FFD9, -1",
        "FFD8 FFDA0002 11 FF30 FFD9, -1",
        "FFD8 FFDA0002 00000018667479706D70 FFD9, -1",
        "FFD8 FF, -1",
        "FFD8, -1"
    })
    void finds_the_end_behind_the_scans_in_order(String hex, int end) {
        assertThat(outline(hex).end()).isEqualTo(end < 0 ? OptionalInt.empty() : OptionalInt.of(end));
    }

    @ParameterizedTest
    @CsvSource({"C0, false", "C2, false", "C3, false", "C5, true", "C9, true", "CA, true", "CF, true"})
    void knows_the_frames_that_ffmpeg_lacks(String frame, boolean isUnknown) {
        assertThat(outline("FFD8 FF" + frame + "000B0801E00280 01011100 FFDA0002 FFD9")
                        .isUnknownToFfmpeg())
                .isEqualTo(isUnknown);
    }

    /** The bytes say arithmetic coding; what the scan holds does not matter, since nothing decodes it. */
    @ParameterizedTest
    @ValueSource(strings = {"C9", "CA", "C5"})
    void whether_a_variant_decodes_that_ffmpeg_lacks_is_undecided(String frame) throws IOException {
        byte[] image = Testdata.bytes("photo-small.jpg");
        image[frame(image)] = (byte) Integer.parseInt(frame, 16);
        MediaVerdict verdict = PREFLIGHT.check(Files.write(directory.resolve("variant.jpg"), image));
        assertThat(verdict.decoderResult().orElseThrow().decoding())
                .isInstanceOfSatisfying(
                        Undecided.class,
                        undecided -> assertThat(undecided.why())
                                .contains("FFmpeg has no decoder")
                                .doesNotContain("permitted"));
        assertThat(verdict).isUnknown();
    }

    @Test
    void an_image_with_a_video_behind_it_is_whole_once_it_was_decoded() throws IOException {
        byte[] image = Testdata.bytes("photo-small.jpg");
        Path file = file(image, video());
        assertThat(Preflight.standard().check(file)).isUnknown();
        MediaVerdict verdict = PREFLIGHT.check(file);
        assertThat(verdict).passes();
        assertThat(verdict.probed().orElseThrow().completeness()).contains(new Completeness.Whole(VIDEO));
    }

    @Test
    void half_an_image_with_a_video_behind_it_is_never_whole() throws IOException {
        byte[] image = Testdata.bytes("photo-small.jpg");
        Path file = file(Arrays.copyOf(image, image.length / 2), video());
        assertThat(PREFLIGHT.check(file).outcome()).isIn(Outcome.UNKNOWN, Outcome.FAIL);
    }

    private Path file(byte[] image, byte[] video) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(image);
        out.writeBytes(video);
        return Files.write(directory.resolve("motion.jpg"), out.toByteArray());
    }

    private static byte[] video() {
        byte[] bytes = new byte[VIDEO];
        new SplittableRandom(5).nextBytes(bytes);
        ByteBuffer.wrap(bytes).putInt(24).put("ftypmp42".getBytes(StandardCharsets.US_ASCII));
        return bytes;
    }

    private static int frame(byte[] jpeg) {
        int at = 2;
        while (jpeg[at + 1] != (byte) 0xC0 && jpeg[at + 1] != (byte) 0xC2) {
            at += 2 + (ByteBuffer.wrap(jpeg).getShort(at + 2) & 0xFFFF);
        }
        return at + 1;
    }

    private static JpegOutline outline(String hex) {
        return JpegOutline.of(ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", ""))));
    }
}
