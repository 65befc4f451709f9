package io.mediapreflight.ffmpeg;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding.Decoded;
import io.mediapreflight.decoder.Decoding.Undecided;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.decoder.VideoReading.Played;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RuleId;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Matroska and WebM under limits that accept them: FFmpeg decodes them as it does MP4, and says how long the frames last. */
class MatroskaExaminationTest {
    private static final Limits ACCEPTING = Limits.klingV3MotionControl().toBuilder()
            .videoFormats(EnumSet.of(Format.MP4, Format.MKV, Format.WEBM))
            .build();

    /** The id of the duration, and the length of a number of 64 bits. */
    private static final byte[] DURATION = {0x44, (byte) 0x89, (byte) 0x88};

    @TempDir
    Path directory;

    private static MediaVerdict examined(Limits limits, Path video) {
        return Preflight.with(limits).toBuilder()
                .examiner(InProcessExaminer.builder(limits).build())
                .build()
                .check(video, Subject.video(Orientation.VIDEO));
    }

    private static DecoderResult result(MediaVerdict verdict) {
        return verdict.decoderResult().orElseThrow();
    }

    private static Optional<Played> played(MediaVerdict verdict) {
        return ((VideoReading) result(verdict).reading().orElseThrow()).played();
    }

    /** A clip whose header claims so many seconds, and whose statistics of tracks are void. */
    private Path claiming(String fixture, double seconds) throws Exception {
        byte[] video = Testdata.bytes(fixture);
        ByteBuffer file = ByteBuffer.wrap(video);
        file.putDouble(indexOf(video, DURATION) + DURATION.length, seconds * 1000);
        int tags = indexOf(video, new byte[] {0x12, 0x54, (byte) 0xC3, 0x67}, indexOf(video, DURATION) + 1);
        if (tags >= 0) {
            video[tags + 3] = 0x68; // an unknown id
        }
        return Files.write(directory.resolve(fixture), video);
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        return indexOf(bytes, part, 0);
    }

    /** The last one, since an index may name it first. */
    private static int indexOf(byte[] bytes, byte[] part, int from) {
        for (int i = bytes.length - part.length; i >= from; i--) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }

    @ParameterizedTest
    @CsvSource({"clip.mkv, 4", "clip.webm, 3.2"})
    void an_honest_clip_passes_and_every_frame_of_it_is_counted(String fixture, BigDecimal seconds) {
        MediaVerdict verdict = examined(ACCEPTING, Testdata.file(fixture));
        assertThat(verdict).passes();
        assertThat(result(verdict).decoding()).isInstanceOf(Decoded.class);
        assertThat(played(verdict))
                .hasValueSatisfying(own -> assertThat(own.seconds().toDecimal()).isEqualByComparingTo(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "clip.mkv, 4, ''",
        "clip.mkv, 20, ''",
        "clip.mkv, 2, video.duration.min=warn",
        "clip.webm, 2.5, video.duration.min=warn",
        "clip.webm, 0.5, video.duration.min=warn"
    })
    void what_the_frames_come_to_is_beside_what_the_header_claims(String fixture, double claimed, String expected)
            throws Exception {
        MediaVerdict verdict = examined(ACCEPTING, claiming(fixture, claimed));
        assertThat(String.join(" ", Judged.findings(verdict))).isEqualTo(expected);
    }

    /** What is claimed to be too long is decoded at its ends, unless every frame is asked for. */
    @ParameterizedTest
    @CsvSource({"ENDS, video.duration.max=fail", "EVERY_FRAME, video.duration.max=warn"})
    void a_clip_that_claims_to_be_too_long_may_be_short(Depth depth, String expected) throws Exception {
        MediaVerdict verdict = Preflight.with(ACCEPTING).toBuilder()
                .examiner(InProcessExaminer.builder(ACCEPTING).depth(depth).build())
                .build()
                .check(claiming("clip.mkv", 40), Subject.video(Orientation.VIDEO));
        assertThat(Judged.findings(verdict)).containsExactly(expected);
    }

    @Test
    void damaged_frames_are_found() throws Exception {
        byte[] video = Testdata.bytes("clip.mkv");
        for (int i = video.length / 2; i < video.length * 3 / 4; i += 97) {
            video[i] ^= 0x10;
        }
        Path damaged = Files.write(directory.resolve("damaged.mkv"), video);
        assertThat(examined(ACCEPTING, damaged)).fails(RuleId.VIDEO_DECODABLE);
    }

    /** FFmpeg's demuxer leaves out what it cannot follow, and says nothing: what is left is shorter than the header claims. */
    @ParameterizedTest
    @ValueSource(strings = {"clip.mkv", "clip.webm"})
    void clusters_that_are_lost_shorten_what_is_decoded(String fixture) throws Exception {
        byte[] video = Testdata.bytes(fixture);
        Arrays.fill(video, video.length / 2, video.length * 3 / 4, (byte) 0x55);
        Path damaged = Files.write(directory.resolve(fixture), video);
        assertThat(examined(ACCEPTING, damaged)).warnsOnly(RuleId.VIDEO_DURATION_MIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip.mkv", "clip.webm"})
    void under_limits_that_do_not_accept_them_they_are_not_decoded(String fixture) {
        MediaVerdict verdict = examined(Limits.klingV3MotionControl(), Testdata.file(fixture));
        assertThat(result(verdict).decoding()).isInstanceOf(Undecided.class);
        assertThat(Judged.findings(verdict)).isNotEqualTo(List.of());
    }
}
