package io.mediapreflight.ffmpeg;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RuleId;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that point beside the samples, but into the media data: the headers alone do not show it. */
class MisplacedSamplesTest {
    @TempDir
    Path directory;

    private static Verdict check(Path video, boolean deep) {
        Preflight preflight = Preflight.standard();
        Preflight asked = deep
                ? preflight.toBuilder()
                        .examiner(InProcessExaminer.builder(Limits.klingV3MotionControl())
                                .build())
                        .build()
                : preflight;
        return asked.check(video, Subject.video(Orientation.IMAGE));
    }

    /** @param chunk counted from the end where it is negative */
    private Path moved(String fixture, int chunk, int by) throws Exception {
        byte[] video = Testdata.bytes(fixture);
        int table = Bytes.indexOf(video, "stco") + 8;
        ByteBuffer file = ByteBuffer.wrap(video);
        int place = table + 4 + 4 * (chunk < 0 ? file.getInt(table) + chunk : chunk);
        file.putInt(place, file.getInt(place) + by);
        return Files.write(directory.resolve(fixture), video);
    }

    @ParameterizedTest
    @CsvSource({
        "clip-4s-faststart.mp4, 0, 1",
        "clip-4s-faststart.mp4, 1, -1",
        "clip-4s-faststart.mp4, -1, -1",
        "clip-4s-moov-at-end.mp4, 1, 1",
        "clip.mov, 1, -1",
        "clip.m4v, -1, -1"
    })
    void a_chunk_that_is_off_by_a_byte_is_found_by_decoding(String fixture, int chunk, int by) throws Exception {
        Path video = moved(fixture, chunk, by);
        assertThat(check(video, false)).passes();
        assertThat(check(video, true)).failsOnly(RuleId.VIDEO_DECODABLE);
    }

    @ParameterizedTest
    @CsvSource({"clip-4s-faststart.mp4", "clip-4s-moov-at-end.mp4", "clip.mov", "hevc.mov", "clip.m4v"})
    void the_same_clips_with_chunks_in_place_pass(String fixture) throws Exception {
        assertThat(check(moved(fixture, 0, 0), true)).passes();
    }
}
