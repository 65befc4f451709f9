package io.mediapreflight.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.decoder.Decoding.Broken;
import io.mediapreflight.decoder.Decoding.Decoded;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.spec.Limits;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndOfSequenceTest {
    private static final int FRAMES = 100;

    /** FFmpeg's muxer writes tables of four-byte entries. */
    private static final int STSZ = 0x7374737A;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "00000001 0A, true",
        "00000001 0B, true",
        "00000002 0910 00000001 0A, true",
        "00000001 09, false",
        "00000001 65, false",
        "00000001 41 00000001 0A, false",
        "00000000 00000001 0A, false",
        "00000002 0A, false",
        "00000001 0A 00, false",
        "00, false"
    })
    void knows_an_end_in_h264_by_its_units(String hex, boolean isEnd) {
        assertThat(EndOfSequence.h264(4).is(ByteBuffer.wrap(bytes(hex)))).isEqualTo(isEnd);
    }

    @ParameterizedTest
    @CsvSource({
        "0002 4801, true",
        "0002 4A01, true",
        "0002 4601 0002 4801, true",
        "0002 2601, false",
        "0002 0001, false"
    })
    void knows_an_end_in_hevc_by_its_units(String hex, boolean isEnd) {
        assertThat(EndOfSequence.hevc(2).is(ByteBuffer.wrap(bytes(hex)))).isEqualTo(isEnd);
    }

    @Test
    void a_video_whose_last_sample_only_ends_the_sequence_is_whole() throws Exception {
        Path video = withLastSample("00000001 0A");
        assertThat(decoding(video)).isInstanceOf(Decoded.class);
    }

    @Test
    void a_video_whose_last_sample_holds_half_a_frame_is_broken() throws Exception {
        Path video = withLastSample("00000001 41");
        assertThat(decoding(video)).isInstanceOf(Broken.class);
    }

    private static Object decoding(Path video) {
        return InProcessExaminerTest.examine(
                        InProcessExaminer.builder(Limits.klingV3MotionControl())
                                .depth(Depth.EVERY_FRAME)
                                .build(),
                        video)
                .decoderResult()
                .orElseThrow()
                .decoding();
    }

    /** The last sample of the file is the last of the one track, and may be shorter than it was. */
    private Path withLastSample(String hex) throws Exception {
        byte[] luma = new byte[EncodedVideo.WIDTH * EncodedVideo.HEIGHT];
        Path video = EncodedVideo.write(directory.resolve("video.mp4"), FRAMES, avcodec.AV_CODEC_ID_H264, i -> {
            luma[i] = (byte) 200;
            return luma.clone();
        });
        byte[] all = Files.readAllBytes(video);
        ByteBuffer file = ByteBuffer.wrap(all);
        int sizes = box(file, STSZ) + 12;
        int last = sizes + Integer.BYTES * (file.getInt(sizes - Integer.BYTES) - 1);
        byte[] sample = bytes(hex);
        int mediaEnd = endOfMedia(file);
        file.put(mediaEnd - file.getInt(last), sample);
        file.putInt(last, sample.length);
        return Files.write(video, all);
    }

    /** Behind the type of the box. */
    private static int box(ByteBuffer file, int type) {
        int at = 0;
        while (file.getInt(at) != type) {
            at++;
        }
        return at + Integer.BYTES;
    }

    private static int endOfMedia(ByteBuffer file) {
        int at = 0;
        while (file.getInt(at + Integer.BYTES) != 0x6D646174) {
            at += file.getInt(at);
        }
        return at + file.getInt(at);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
