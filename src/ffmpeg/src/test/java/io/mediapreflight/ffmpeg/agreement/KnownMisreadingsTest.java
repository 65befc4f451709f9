package io.mediapreflight.ffmpeg.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding.Undecided;
import io.mediapreflight.decoder.ImageReading;
import io.mediapreflight.decoder.ImageReading.Size;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.ffmpeg.FfmpegImageProbe;
import io.mediapreflight.ffmpeg.FfmpegVideoProbe;
import io.mediapreflight.ffmpeg.InProcessExaminer;
import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.spec.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of FFmpeg's that are known to be wrong are not handed on. */
class KnownMisreadingsTest {
    private static final FfmpegVideoProbe VIDEOS = new FfmpegVideoProbe(DecodeBounds.standard());
    private static final FfmpegImageProbe IMAGES = new FfmpegImageProbe(DecodeBounds.standard());

    @TempDir
    Path directory;

    @Test
    void the_clock_of_a_video_behind_an_empty_edit() throws IOException {
        VideoReading reading = video(Testdata.file("edit-list-late-picture.mp4"), false);
        assertThat(reading.videoTrack().or(reading::container)).isEmpty();
    }

    @Test
    void the_part_of_a_fragmented_video_that_was_met_so_far() throws IOException {
        VideoReading reading = video(Testdata.file("fragmented.mp4"), true);
        assertThat(reading.videoTrack().or(reading::container)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void a_duration_of_zero_or_of_all_ones(int ticks) throws IOException {
        byte[] video = Testdata.bytes("clip-4s-faststart.mp4");
        for (String box : new String[] {"mdhd", "mvhd"}) {
            String text = new String(video, StandardCharsets.ISO_8859_1);
            for (int at = text.indexOf(box); at >= 0; at = text.indexOf(box, at + 1)) {
                ByteBuffer.wrap(video).putInt(at + 20, ticks); // behind version, two dates and the timescale
            }
        }
        // Without its edit list, from which FFmpeg learns how long the video is.
        String text = new String(video, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf("edts"); at >= 0; at = text.indexOf("edts", at + 1)) {
            ByteBuffer.wrap(video).putInt(at, 0x66726565);
        }
        VideoReading reading = video(Files.write(directory.resolve("video.mp4"), video), false);
        assertThat(reading.container()).isEmpty();
        assertThat(reading.videoTrack()).isEmpty();
    }

    @Test
    void the_size_of_the_second_of_two_images_in_one_file() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(Testdata.bytes("photo-small.jpg"));
        both.write(Testdata.bytes("smallest-300x300.jpg"));
        Path file = Files.write(directory.resolve("both.jpg"), both.toByteArray());
        assertThat(IMAGES.read(file).flatMap(ImageReading::size)).contains(new Size(600, 800));
    }

    @Test
    void the_0x0_of_a_frame_larger_than_its_numbers() throws IOException {
        Path file = Files.write(directory.resolve("large.png"), png(65_536, 4_000));
        DecoderResult decoderResult = InProcessExaminer.builder(Limits.klingV3MotionControl())
                .build()
                .examine(file, HeaderReadings.probed(file).orElseThrow())
                .decoderResult()
                .orElseThrow();
        ImageReading reading = (ImageReading) decoderResult.reading().orElseThrow();
        assertThat(reading.size()).isEmpty();
        assertThat(decoderResult.decoding()).isInstanceOf(Undecided.class);
    }

    private static VideoReading video(Path file, boolean fragmented) throws IOException {
        return VIDEOS.read(file, fragmented).orElseThrow();
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8);
        png.write(chunk("IHDR", header.array()));
        png.write(chunk("IDAT", new byte[] {0x78, 1, 3, 0, 0, 0, 0, 1}));
        png.write(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        CRC32 checksum = new CRC32();
        checksum.update(type.getBytes(StandardCharsets.US_ASCII));
        checksum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .putInt((int) checksum.getValue())
                .array();
    }
}
