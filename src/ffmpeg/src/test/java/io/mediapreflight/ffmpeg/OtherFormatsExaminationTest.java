package io.mediapreflight.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.ImageReading;
import io.mediapreflight.decoder.MediaReading;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.fix.Shape;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formats that no probe reads: FFmpeg's facts are all that a plan has. */
class OtherFormatsExaminationTest {
    private static final Limits LIMITS = Limits.klingV3MotionControl();

    private static final int SIDE = 400;
    private static final int RGB = 2;

    @TempDir
    Path directory;

    private static MediaVerdict examined(Path file, Subject subject) {
        return Preflight.with(LIMITS).toBuilder()
                .examiner(InProcessExaminer.builder(LIMITS).build())
                .build()
                .check(file, subject);
    }

    private static MediaReading reading(MediaVerdict verdict) {
        return verdict.decoderResult().orElseThrow().reading().orElseThrow();
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("file"), bytes);
    }

    @Test
    void an_avi_has_a_plan_by_what_ffmpeg_reads() throws IOException {
        MediaVerdict verdict = examined(written(Testdata.bytes("clip.avi")), Subject.video(Orientation.IMAGE));
        VideoReading reading = (VideoReading) reading(verdict);
        assertThat(reading.format()).contains(Format.AVI);
        assertThat(reading.coded()).contains(PixelSize.of(640, 360));
        assertThat(reading.played()).isPresent();
        assertThat(reading.coding().interlaced()).contains(false);
        assertThat(verdict.plan(Shape.PAD)).isInstanceOf(FixPlan.Ready.class);
    }

    @Test
    void an_image_has_a_plan_by_what_ffmpeg_reads() throws IOException {
        MediaVerdict verdict = examined(written(Testdata.bytes("picture.bmp")), Subject.image());
        ImageReading reading = (ImageReading) reading(verdict);
        assertThat(reading.format()).contains(Format.BMP);
        assertThat(reading.size()).isPresent();
        assertThat(reading.alpha()).contains(false);
        assertThat(verdict.plan(Shape.PAD)).isInstanceOf(FixPlan.Ready.class);
    }

    @Test
    void an_avi_that_breaks_off_has_no_plan() throws IOException {
        byte[] whole = Testdata.bytes("clip.avi");
        MediaVerdict verdict =
                examined(written(Arrays.copyOf(whole, whole.length / 2)), Subject.video(Orientation.IMAGE));
        assertThat(verdict.decoderResult().orElseThrow().decoding()).isNotInstanceOf(Decoding.Decoded.class);
        assertThat(verdict.plan(Shape.PAD)).isInstanceOf(FixPlan.Impossible.class);
    }

    /** An uncompressed TIFF of 8 bits a sample and gray throughout. */
    private static byte[] tiff(int orientation, int photometric, int samples) {
        int size = SIDE * SIDE * samples;
        int[][] tags = {
            {256, SIDE},
            {257, SIDE},
            {259, 1},
            {262, photometric},
            {273, 8},
            {274, orientation},
            {277, samples},
            {278, SIDE},
            {279, size}
        };
        ByteBuffer file = ByteBuffer.allocate(8 + size + 2 + 12 * (tags.length + 1) + 4 + 2 * samples)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'I', 'I', 42, 0})
                .putInt(8 + size)
                .position(8 + size)
                .putShort((short) (tags.length + 1));
        for (int[] tag : tags) {
            if (tag[0] == 259) { // tags stand in ascending order
                file.putShort((short) 258).putShort((short) 3).putInt(samples);
                file.putInt(file.capacity() - 2 * samples);
            }
            file.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
        }
        file.position(file.capacity() - 2 * samples);
        for (int i = 0; i < samples; i++) {
            file.putShort((short) 8);
        }
        return file.array();
    }

    @Test
    void the_orientation_of_a_tiff_counts() throws IOException {
        byte[] tiff = tiff(6, RGB, 3);
        ImageReading reading = (ImageReading) reading(examined(written(tiff), Subject.image()));
        assertThat(reading.orientation()).isEqualTo(Optional.of(ExifOrientation.ROTATED_90));
        assertThat(reading.size()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "3, 2"})
    void a_tiff_whose_colours_ffmpeg_misreads_has_no_plan(int photometric, int samples) throws IOException {
        MediaVerdict verdict = examined(written(tiff(1, photometric, samples)), Subject.image());
        assertThat(verdict.decoderResult().orElseThrow().decoding()).isInstanceOf(Decoding.Undecided.class);
        assertThat(verdict.plan(Shape.PAD)).isInstanceOf(FixPlan.Impossible.class);
    }
}
