package io.mediapreflight.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Examination;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Decoding.Broken;
import io.mediapreflight.decoder.Decoding.Decoded;
import io.mediapreflight.decoder.Decoding.Undecided;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.ImageReading;
import io.mediapreflight.ffmpeg.agreement.HeaderReadings;
import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import io.mediapreflight.ffmpeg.bound.Watch;
import io.mediapreflight.ffmpeg.content.LumaFrame;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avformat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InProcessExaminerTest {
    private static final boolean ALL = Boolean.getBoolean("preflight.heavy");
    private static final String VIDEO = "clip-4s-faststart.mp4";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "clip-4s-faststart.mp4, 100",
        "hevc.mov, 80",
        "av1.mp4, 80",
        "fragmented.mp4, 100",
        "edit-list-hidden-start.mp4, 90",
        "ntsc-300-frames.mp4, 300",
        "photo-small.jpg, 1",
        "interlaced.png, 1",
        "animation.apng, 1"
    })
    void decodes_every_frame_of_a_whole_file(String file, long frames) {
        assertThat(decoding(file, Depth.EVERY_FRAME)).isEqualTo(new Decoded(Depth.EVERY_FRAME, frames));
    }

    @ParameterizedTest
    @ValueSource(strings = {"too-long-30.1s.mp4", "clip.mov", "two-video-tracks.mp4", "cover-art.mp4"})
    void decodes_both_ends_of_a_whole_video(String file) {
        assertThat(decoding(file, Depth.ENDS)).isInstanceOf(Decoded.class);
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void says_when_a_video_that_is_cut_off_breaks(Depth depth) {
        Decoding decoding = decoding("truncated-moov-first.mp4", depth);
        assertThat(decoding).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.what()).isEqualTo("the file ends in the middle of a frame");
            assertThat(broken.at()).contains(new Fraction(24_064, 12_800));
        });
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void notices_that_the_last_frame_of_a_video_is_missing(Depth depth) throws Exception {
        Path whole = Testdata.file(VIDEO);
        byte[] video = Files.readAllBytes(whole);
        Path cut = Files.write(directory.resolve("cut.mp4"), Arrays.copyOf(video, (int) lastSample(whole)));
        assertThat(decoding(cut, depth)).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.what()).isEqualTo("the file ends before its last frame");
            assertThat(broken.at()).hasValueSatisfying(at -> assertThat(at).isGreaterThan(new Fraction(38, 10)));
        });
    }

    /** Where the last sample of a video begins, in bytes. */
    private static long lastSample(Path file) throws Exception {
        Watch watch = new Watch(DecodeBounds.standard());
        try (FileSource source = FileSource.open(file);
                FileInput input = new FileInput(source, watch);
                Demuxer demuxer = Demuxer.open(input, watch)) {
            AVStream stream = demuxer.video().orElseThrow();
            int entries = avformat.avformat_index_get_entries_count(stream);
            return avformat.avformat_index_get_entry(stream, entries - 1).pos();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "photo-small.jpg",
                "progressive.jpg",
                "cmyk.jpg",
                "grayscale.jpeg",
                "drawing.png",
                "interlaced.png"
            })
    void says_that_an_image_cut_in_half_is_broken(String file) throws IOException {
        byte[] image = Testdata.bytes(file);
        Path half = Files.write(directory.resolve("half"), Arrays.copyOf(image, image.length / 2));
        assertThat(examine(Testdata.file(file), half)
                        .decoderResult()
                        .orElseThrow()
                        .decoding())
                .isInstanceOf(Broken.class);
    }

    @Test
    void says_that_a_png_with_a_wrong_checksum_of_its_image_is_broken() throws IOException {
        byte[] image = Testdata.bytes("drawing.png");
        image[image.length / 2] ^= 1;
        Path damaged = Files.write(directory.resolve("damaged.png"), image);
        assertThat(decoding(damaged, Depth.ENDS)).isInstanceOf(Broken.class);
    }

    @Test
    void reads_the_orientation_of_a_photo() {
        Examination examination = examine(Testdata.file("photo-exif-orientation-8-big-endian.jpg"));
        assertThat(examination.decoderResult().orElseThrow().reading())
                .hasValueSatisfying(reading -> assertThat(((ImageReading) reading).orientation())
                        .hasValueSatisfying(
                                orientation -> assertThat(orientation.tag()).isEqualTo(8)));
    }

    @ParameterizedTest
    @CsvSource({
        "wallTime, decoding took longer than 0.000001 s",
        "frames, there are more than 10 frames to decode",
        "bytesRead, 'decoding read more than 1,000 bytes'"
    })
    void leaves_undecided_what_reaches_a_bound_and_names_it(String bound, String why) {
        DecodeBounds bounds =
                switch (bound) {
                    case "wallTime" -> DecodeBounds.standard().withWallTime(Duration.ofNanos(1_000));
                    case "frames" -> DecodeBounds.standard().withFrames(10);
                    default -> DecodeBounds.standard().withBytesRead(1_000);
                };
        InProcessExaminer examiner = InProcessExaminer.builder(Limits.klingV3MotionControl())
                .bounds(bounds)
                .depth(Depth.EVERY_FRAME)
                .build();
        assertThat(examine(examiner, Testdata.file(VIDEO))
                        .decoderResult()
                        .orElseThrow()
                        .decoding())
                .isEqualTo(new Undecided(why, !bound.equals("wallTime")));
    }

    @Test
    void leaves_a_frame_of_too_many_pixels_undecided() {
        InProcessExaminer examiner = InProcessExaminer.builder(Limits.klingV3MotionControl())
                .bounds(DecodeBounds.standard().withPixels(600 * 800 - 1))
                .build();
        assertThat(examine(examiner, Testdata.file("photo-small.jpg"))
                        .decoderResult()
                        .orElseThrow()
                        .decoding())
                .isInstanceOfSatisfying(
                        Undecided.class,
                        undecided -> assertThat(undecided.why()).contains("600 x 800 pixels"));
    }

    @Test
    void ends_undecided_where_its_thread_is_interrupted_and_leaves_the_interrupt() {
        Probed probed = HeaderReadings.probed(Testdata.file(VIDEO)).orElseThrow();
        Thread.currentThread().interrupt();
        Decoding decoding = InProcessExaminer.builder(Limits.klingV3MotionControl())
                .build()
                .examine(Testdata.file(VIDEO), probed)
                .decoderResult()
                .orElseThrow()
                .decoding();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(decoding).isInstanceOf(Undecided.class);
    }

    @Test
    void leaves_what_is_no_regular_file_undecided() {
        assertThat(examine(Testdata.file(VIDEO), directory)
                        .decoderResult()
                        .orElseThrow()
                        .decoding())
                .isInstanceOf(Undecided.class);
        assertThat(examine(Testdata.file(VIDEO), directory.resolve("gone"))
                        .decoderResult()
                        .orElseThrow()
                        .decoding())
                .isInstanceOf(Undecided.class);
    }

    @Test
    void takes_no_name_for_a_protocol_or_a_pattern() throws IOException {
        for (String name : List.of("concat:a|b", "http:x", "pipe:0", "%03d.mp4", "subfile,,start,0,end,9,,:x")) {
            Path copy = Files.copy(Testdata.file(VIDEO), directory.resolve(name));
            assertThat(decoding(copy, Depth.ENDS)).as(name).isInstanceOf(Decoded.class);
        }
    }

    @Test
    @Tag("sampled")
    void is_asked_by_many_threads_at_once() {
        List<Decoding> decodings = IntStream.range(0, ALL ? 64 : 12)
                .parallel()
                .mapToObj(each -> decoding(VIDEO, each % 2 == 0 ? Depth.ENDS : Depth.EVERY_FRAME))
                .distinct()
                .toList();
        assertThat(decodings)
                .containsExactlyInAnyOrder(new Decoded(Depth.EVERY_FRAME, 100), new Decoded(Depth.ENDS, 100));
    }

    @Test
    void passes_over_the_damaged_comment_of_a_png() throws IOException {
        byte[] image = Testdata.bytes("drawing.png");
        byte[] comment = {0, 0, 0, 3, 't', 'E', 'X', 't', 'a', 0, 'b', 1, 2, 3, 4};
        int behindHeader = 33;
        ByteBuffer commented = ByteBuffer.allocate(image.length + comment.length)
                .put(image, 0, behindHeader)
                .put(comment)
                .put(image, behindHeader, image.length - behindHeader);
        Path file = Files.write(directory.resolve("commented.png"), commented.array());
        assertThat(decoding(file, Depth.ENDS)).isEqualTo(new Decoded(Depth.ENDS, 1));
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void shows_the_content_analysis_every_frame_of_a_video_small_and_in_time(Depth depth) throws IOException {
        List<LumaFrame> frames = new ArrayList<>();
        Natives.load();
        try (FileSource source = FileSource.open(Testdata.file("ntsc-300-frames.mp4"))) {
            DecodedFile.video(
                    source,
                    new Watch(DecodeBounds.standard()),
                    Format.MP4,
                    false,
                    Optional.of(depth),
                    Optional.of(frames::add));
        }
        assertThat(frames).hasSize(300).allMatch(frame -> frame.width() == 192 && frame.height() == 108);
        assertThat(frames.get(0).at().isZero()).isTrue();
        assertThat(frames.get(299).at()).isEqualByComparingTo(new Fraction(299 * 1001, 30_000));
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void gives_advice_on_what_a_video_shows(Depth depth) throws Exception {
        byte[] black = new byte[EncodedVideo.WIDTH * EncodedVideo.HEIGHT];
        Path video = EncodedVideo.write(directory.resolve("black.mp4"), 100, i -> black);
        InProcessExaminer examiner = InProcessExaminer.builder(Limits.klingV3MotionControl())
                .depth(depth)
                .build();
        assertThat(examine(examiner, video).advice()).extracting(Advice::id).contains(AdviceId.VIDEO_BLACK);
    }

    @Test
    void gives_advice_on_what_an_image_shows_and_on_its_metadata() throws IOException {
        Path dark = directory.resolve("dark.png");
        ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_BYTE_GRAY), "png", dark.toFile());
        InProcessExaminer examiner = InProcessExaminer.builder(Limits.klingV3MotionControl())
                .metadata((source, probed) -> List.of(new Advice(
                        AdviceId.PRIVACY_OWNER,
                        Phrase.verbatim(probed.format().orElseThrow().id()))))
                .build();
        Examination examination = examine(examiner, dark);
        assertThat(examination.advice())
                .extracting(Advice::id)
                .containsExactly(AdviceId.IMAGE_DARK, AdviceId.PRIVACY_OWNER);
    }

    private static Decoding decoding(String file, Depth depth) {
        return decoding(Testdata.file(file), depth);
    }

    private static Decoding decoding(Path file, Depth depth) {
        return examine(
                        InProcessExaminer.builder(Limits.klingV3MotionControl())
                                .depth(depth)
                                .build(),
                        file)
                .decoderResult()
                .orElseThrow()
                .decoding();
    }

    static Examination examine(Path file) {
        return examine(InProcessExaminer.builder(Limits.klingV3MotionControl()).build(), file);
    }

    /** Examines one file with what the headers of another promise. */
    static Examination examine(Path promised, Path file) {
        return InProcessExaminer.builder(Limits.klingV3MotionControl())
                .build()
                .examine(file, HeaderReadings.probed(promised).orElseThrow());
    }

    static Examination examine(InProcessExaminer examiner, Path file) {
        return examiner.examine(file, HeaderReadings.probed(file).orElseThrow());
    }
}
