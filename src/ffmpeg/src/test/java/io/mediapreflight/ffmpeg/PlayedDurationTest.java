package io.mediapreflight.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.ffmpeg.agreement.HeaderReadings;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the decoded frames come to, beside headers that claim something else or the same. */
class PlayedDurationTest {
    /** So many that their times are more than the header probe adds up. */
    private static final int FRAMES = 2200;

    @TempDir
    static Path directory;

    private static byte[] longTable = {};

    /** Frames that are shown for one and for two units in turn, so that the table of times has an entry for each. */
    private static Path video(String name, int frames, int unit, int bFrames) throws Exception {
        int[] times =
                IntStream.range(0, frames).map(i -> (i / 2 * 3 + i % 2) * unit).toArray();
        return EncodedVideo.writeTimed(directory.resolve(name), times, bFrames);
    }

    /** Whose headers claim so many seconds, while its frames take others. */
    private static Path lying(int claimed, int really) throws Exception {
        if (longTable.length == 0) {
            longTable = Files.readAllBytes(video("long.mp4", FRAMES, 1, 0));
        }
        byte[] bytes = longTable.clone();
        ByteBuffer file = ByteBuffer.wrap(bytes);
        int media = Bytes.indexOf(bytes, "mdhd");
        int mediaScale = file.getInt(media + 20) / really;
        file.putInt(media + 16, mediaScale).putInt(media + 20, claimed * mediaScale);
        int movie = Bytes.indexOf(bytes, "mvhd");
        int movieTicks = claimed * file.getInt(movie + 16);
        file.putInt(movie + 20, movieTicks).putInt(Bytes.indexOf(bytes, "tkhd") + 24, movieTicks);
        file.put(Bytes.indexOf(bytes, "edts"), "free".getBytes(StandardCharsets.US_ASCII));
        return Files.write(directory.resolve("lying.mp4"), bytes);
    }

    /** What is said of durations. */
    private static List<String> findings(Path video, boolean deep) {
        Preflight preflight = Preflight.standard();
        return Judged.findings((deep
                                ? preflight.toBuilder()
                                        .examiner(InProcessExaminer.builder(Limits.klingV3MotionControl())
                                                .build())
                                        .build()
                                : preflight)
                        .check(video, Subject.video(Orientation.VIDEO)))
                .stream()
                .filter(finding -> finding.startsWith("video.duration"))
                .toList();
    }

    @ParameterizedTest(name = "{0} s claimed, {1} s of frames: {2}")
    @CsvSource({
        "5, 40, video.duration.max=warn",
        "4, 2, video.duration.min=warn",
        "29, 31, video.duration.max=warn",
        "10, 10, ''"
    })
    void finds_headers_that_lie_about_frames_whose_times_they_do_not_add_up(int claimed, int really, String finding)
            throws Exception {
        Path video = lying(claimed, really);
        assertThat(findings(video, false)).isEmpty();
        assertThat(findings(video, true)).isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void agrees_with_honest_headers_of_a_variable_frame_rate(int bFrames) throws Exception {
        Path video = video("honest.mp4", 200, 20, bFrames);
        assertThat(played(video)).hasValueSatisfying(own -> {
            assertThat(own.frames()).isEqualTo(200);
            assertThat(own.seconds().toDecimal()).isEqualByComparingTo("5.961");
        });
        assertThat(beside(video)).isEmpty();
    }

    @Test
    void agrees_with_honest_headers_of_a_last_frame_that_is_held_for_long() throws Exception {
        Path video = EncodedVideo.writeTimed(directory.resolve("held.mp4"), new int[] {0, 40, 80, 4000, 4040}, 0);
        assertThat(beside(video)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "edit-list-hidden-start.mp4",
                "edit-list-late-picture.mp4",
                "sound-longer-than-picture.mp4",
                "fragmented.mp4",
                "hevc.mov",
                "av1.mp4",
                "clip.3gp",
                "too-short-2.5s.mp4"
            })
    void agrees_with_honest_headers(String file) {
        assertThat(played(Testdata.file(file))).isPresent();
        assertThat(beside(Testdata.file(file))).isEmpty();
    }

    @Test
    void is_not_known_of_a_video_of_which_only_the_ends_are_decoded() {
        assertThat(played(Testdata.file("too-long-30.1s.mp4"))).isEmpty();
        InProcessExaminer strict = InProcessExaminer.builder(Limits.klingV3MotionControl())
                .depth(Depth.EVERY_FRAME)
                .build();
        assertThat(reading(strict, Testdata.file("too-long-30.1s.mp4")).played())
                .isPresent();
    }

    private static Optional<VideoReading.Played> played(Path video) {
        return reading(InProcessExaminer.builder(Limits.klingV3MotionControl()).build(), video)
                .played();
    }

    private static VideoReading reading(InProcessExaminer examiner, Path video) {
        return (VideoReading) InProcessExaminerTest.examine(examiner, video)
                .decoderResult()
                .orElseThrow()
                .reading()
                .orElseThrow();
    }

    private static Optional<Fraction> beside(Path video) {
        VideoFacts facts =
                (VideoFacts) HeaderReadings.probed(video).orElseThrow().facts().orElseThrow();
        return reading(InProcessExaminer.builder(Limits.klingV3MotionControl()).build(), video)
                .playedBeside(facts.durations());
    }
}
