package io.mediapreflight.decoder;

import static io.mediapreflight.fixture.MadeDecoder.DECODED;
import static io.mediapreflight.fixture.MadeDecoder.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.Examination;
import io.mediapreflight.Examiner;
import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.MadeDecoder;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RuleId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the rules judge by the readings of a decoder beside the headers'. The decoder is made up; the files are real. */
class DecoderResultTest {
    private static final long MICROSECOND = 1_000_000;
    private static final long LONG = 1L << 62;

    @TempDir
    Path directory;

    private Verdict judged(byte[] bytes, Subject subject, Examiner examiner) {
        return MadeDecoder.judged(directory, bytes, subject, examiner);
    }

    private Verdict image(byte[] bytes, ImageReading reading) {
        return judged(bytes, Subject.image(), saying(Optional.of(reading), DECODED));
    }

    private static ImageReading sized(long width, long height) {
        return new ImageReading(
                Optional.of(Format.PNG), Optional.of(new ImageReading.Size(width, height)), Optional.empty());
    }

    /** A video of 5 s and 1280x720, but for a change, with a reading that agrees, but for another. */
    private Verdict clip(
            UnaryOperator<Mp4Builder> change, Orientation orientation, UnaryOperator<VideoReading> reading) {
        Examiner examiner = (file, probed) -> {
            VideoReading same =
                    VideoReading.of(Format.MP4, (VideoFacts) probed.facts().orElseThrow());
            return new Examination(new DecoderResult("Test", Optional.of(reading.apply(same)), DECODED), List.of(), 0);
        };
        return judged(change.apply(Mp4Builder.clip()).bytes(), Subject.video(orientation), examiner);
    }

    /** The same reading, to be changed in what a test is about. */
    private static VideoReading.Builder changing(VideoReading r) {
        return VideoReading.builder()
                .format(r.format())
                .codec(r.codec())
                .coded(r.coded())
                .shown(r.shown())
                .rotation(r.rotation())
                .mirrored(r.mirrored())
                .container(r.container())
                .videoTrack(r.videoTrack())
                .audio(r.audio());
    }

    private static UnaryOperator<VideoReading> lasting(Fraction container, Fraction track) {
        return r -> changing(r)
                .container(Optional.of(container))
                .videoTrack(Optional.of(track))
                .build();
    }

    private static UnaryOperator<VideoReading> measuring(PixelSize coded, PixelSize shown) {
        return r ->
                changing(r).coded(Optional.of(coded)).shown(Optional.of(shown)).build();
    }

    private static UnaryOperator<VideoReading> of(Format format) {
        return r -> changing(r).format(Optional.of(format)).build();
    }

    @Test
    void passes_where_the_decoder_reads_the_same() {
        Examiner agreeing = (file, probed) -> {
            MediaReading same = probed.facts().orElseThrow() instanceof ImageFacts image
                    ? ImageReading.of(probed.format().orElseThrow(), image)
                    : VideoReading.of(probed.format().orElseThrow(), (VideoFacts)
                            probed.facts().orElseThrow());
            return new Examination(new DecoderResult("Test", Optional.of(same), DECODED), List.of(), 0);
        };
        assertThat(judged(PngBuilder.image().bytes(), Subject.image(), agreeing).passed())
                .isTrue();
        assertThat(judged(JpegBuilder.image().bytes(), Subject.image(), agreeing)
                        .passed())
                .isTrue();
        assertThat(judged(Mp4Builder.clip().bytes(), Subject.video(Orientation.IMAGE), agreeing)
                        .passed())
                .isTrue();
    }

    @ParameterizedTest(name = "header {0}x{1}, decoder {2}x{3}: {4}")
    @CsvSource({
        "300, 300, 299, 300, image.dimensions=warn",
        "300, 300, 300, 299, image.dimensions=warn",
        "299, 300, 300, 300, image.dimensions=warn",
        "299, 300, 300, 299, image.dimensions=fail",
        "300, 300, 300, 300, ''",
        "300, 300, 301, 300, ''",
        "1000, 2500, 1000, 2501, image.aspect-ratio=warn",
        "1000, 2501, 1000, 2500, image.aspect-ratio=warn",
        "2501, 1000, 1000, 2501, image.aspect-ratio=fail",
        "1000, 2500, 2500, 1000, ''",
    })
    void judges_both_sizes_of_an_image(long width, long height, long decodedWidth, long decodedHeight, String finding) {
        Verdict verdict = image(PngBuilder.image().size(width, height).bytes(), sized(decodedWidth, decodedHeight));
        assertThat(Judged.findings(verdict)).isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
    }

    @Test
    void names_both_sizes_of_an_image() {
        Verdict verdict = image(PngBuilder.image().size(300, 300).bytes(), sized(299, 300));
        assertThat(Judged.finding(verdict, RuleId.IMAGE_DIMENSIONS).actual())
                .isEqualTo("300x300 px (header), 299x300 px (decoder)");
        Verdict narrow = image(PngBuilder.image().size(1000, 2500).bytes(), sized(1000, 2501));
        assertThat(Judged.finding(narrow, RuleId.IMAGE_ASPECT_RATIO).actual())
                .isEqualTo("1:2.5 (header), 1:2.501 (decoder)");
    }

    @Test
    void names_one_size_where_the_decoder_agrees_that_it_is_too_small() {
        Verdict verdict = image(PngBuilder.image().size(299, 300).bytes(), sized(299, 300));
        assertThat(Judged.finding(verdict, RuleId.IMAGE_DIMENSIONS).actual()).isEqualTo("299x300 px");
    }

    @ParameterizedTest
    @CsvSource({"GIF, warn", "JPEG, pass", "PNG, pass"})
    void warns_of_an_image_that_the_decoder_takes_for_what_is_not_accepted(Format format, String outcome) {
        ImageReading reading = new ImageReading(Optional.of(format), Optional.empty(), Optional.empty());
        Verdict verdict = image(PngBuilder.image().bytes(), reading);
        assertThat(Judged.outcome(verdict, RuleId.IMAGE_FORMAT).id()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"MPEGTS, warn", "MOV, pass", "MP4, pass"})
    void warns_of_a_video_that_the_decoder_takes_for_what_is_not_accepted(Format format, String outcome) {
        Verdict verdict = clip(UnaryOperator.identity(), Orientation.IMAGE, of(format));
        assertThat(Judged.outcome(verdict, RuleId.VIDEO_CONTAINER).id()).isEqualTo(outcome);
    }

    @Test
    void names_both_formats() {
        Verdict verdict = clip(UnaryOperator.identity(), Orientation.IMAGE, of(Format.MPEGTS));
        assertThat(Judged.finding(verdict, RuleId.VIDEO_CONTAINER).actual())
                .isEqualTo("MP4 (header), MPEG transport stream (decoder)");
    }

    /** Both in microseconds; orientation image allows 3 s to 10 s. */
    @ParameterizedTest(name = "header {0} µs, decoder {1} and {2} µs: {3}")
    @CsvSource({
        "10000000, 10000000, 10000000, ''",
        "10000000, 10000001, 10000001, ''",
        "10000000, 10000002, 10000000, video.duration.max=warn",
        "10000000, 10000000, 10000002, video.duration.max=warn",
        "10000001, 10000000, 10000000, video.duration.max=fail",
        "10000002, 10000000, 10000000, video.duration.max=warn",
        "10000002, 10000004, 10000004, video.duration.max=fail",
        "3000000, 2999999, 2999999, ''",
        "3000000, 2999998, 3000000, video.duration.min=warn",
        "2999998, 3000000, 2999998, video.duration.min=warn",
        "2999998, 2999996, 2999996, video.duration.min=fail",
    })
    void judges_both_durations_to_the_microsecond(long header, long container, long track, String finding) {
        Verdict verdict = clip(
                clip -> clip.duration(MICROSECOND, header),
                Orientation.IMAGE,
                lasting(new Fraction(container, MICROSECOND), new Fraction(track, MICROSECOND)));
        assertThat(Judged.findings(verdict)).isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
    }

    @Test
    void names_the_durations_of_both() {
        Verdict verdict = clip(
                clip -> clip.duration(1000, 10_000),
                Orientation.IMAGE,
                lasting(new Fraction(10_040, 1000), new Fraction(10_020, 1000)));
        assertThat(Judged.finding(verdict, RuleId.VIDEO_DURATION_MAX).actual())
                .isEqualTo("10 s (container), 10 s (video track), 10.04 s (container, by FFmpeg),"
                        + " 10.02 s (video track, by FFmpeg)");
    }

    private static UnaryOperator<VideoReading> playing(long ticks, long ticksPerSecond, long frames) {
        VideoReading.Played played = new VideoReading.Played(new Fraction(ticks, ticksPerSecond), frames);
        return r -> VideoReading.builder()
                .format(r.format())
                .coded(r.coded())
                .container(r.container())
                .videoTrack(r.videoTrack())
                .played(Optional.of(played))
                .build();
    }

    /** All in thousandths; orientation video allows 3 s to 30 s. The decoded frames last 40 thousandths each. */
    @ParameterizedTest(name = "header {0} ms, {1} ms decoded: {2}")
    @CsvSource({
        "5000, 40000, video.duration.max=warn",
        "4000, 2000, video.duration.min=warn",
        "40000, 5000, video.duration.max=warn",
        "40000, 40000, video.duration.max=fail",
        "30000, 30060, ''",
        "30000, 30061, video.duration.max=warn",
        "3000, 2940, ''",
        "3000, 2939, video.duration.min=warn",
        "5000, 6000, ''",
    })
    void judges_what_the_decoded_frames_come_to_where_it_is_off_by_more_than_a_frame_and_a_half(
            long header, long decoded, String finding) {
        Verdict verdict = clip(
                clip -> clip.duration(1000, header).mediaData(10_000),
                Orientation.VIDEO,
                playing(decoded * 1000, MICROSECOND, Math.max(1, decoded / 40)));
        assertThat(Judged.findings(verdict)).isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
    }

    @Test
    void names_what_the_decoded_frames_come_to() {
        Verdict verdict = clip(clip -> clip.duration(1000, 5000), Orientation.VIDEO, playing(40_000, 1000, 1000));
        assertThat(Judged.finding(verdict, RuleId.VIDEO_DURATION_MAX).actual())
                .isEqualTo("5 s (container), 5 s (video track), 40 s (decoded frames)");
    }

    @Test
    void takes_no_duration_of_frames_that_no_arithmetic_holds() {
        Fraction longest = Fraction.of(LONG);
        assertThatThrownBy(() -> new VideoReading.Played(longest, 1)).isInstanceOf(IllegalArgumentException.class);
        Fraction fine = new Fraction(1, LONG);
        assertThatThrownBy(() -> new VideoReading.Played(fine, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "header {0}, decoder coded {1}, shown {2} px wide: {3}")
    @CsvSource({
        "340, 340, 340, ''",
        "340, 339, 340, warn",
        "340, 340, 339, ''",
        "340, 340, 338, warn",
        "339, 340, 340, warn",
        "339, 338, 339, fail",
        "3850, 3851, 3850, warn",
        "3850, 3850, 3851, ''",
        "3850, 3850, 3852, warn",
        "3851, 3851, 3849, warn",
    })
    void judges_both_sizes_of_a_video_and_forgives_the_shown_one_a_pixel(
            long header, long coded, long shown, String outcome) {
        Verdict verdict = clip(
                clip -> clip.video(track -> track.size(header, 720)),
                Orientation.IMAGE,
                measuring(PixelSize.of(coded, 720), PixelSize.of(shown, 720)));
        assertThat(Judged.findings(verdict))
                .isEqualTo(outcome.isEmpty() ? List.of() : List.of("video.dimensions=" + outcome));
    }

    @Test
    void names_the_sizes_of_both() {
        Verdict verdict = clip(
                clip -> clip.video(track -> track.size(340, 720)),
                Orientation.IMAGE,
                measuring(PixelSize.of(339, 720), PixelSize.of(320, 720)));
        assertThat(Judged.finding(verdict, RuleId.VIDEO_DIMENSIONS).actual())
                .isEqualTo("340x720 px (coded), 339x720 px (coded, by FFmpeg), 320x720 px (displayed, by FFmpeg)");
    }

    @Test
    void compares_durations_that_no_exact_difference_can_hold() {
        Verdict verdict = clip(
                clip -> clip.version1().movieDuration(4_294_967_291L, LONG),
                Orientation.IMAGE,
                lasting(new Fraction(LONG - 1, 999_983), new Fraction(5, 1)));
        assertThat(Judged.findings(verdict)).containsExactly("video.duration.max=warn");
    }

    @Test
    void compares_sizes_that_no_exact_difference_can_hold() {
        PixelSize odd = new PixelSize(new Fraction(LONG, 4_294_967_291L), new Fraction(LONG, 4_294_967_279L));
        Verdict verdict = clip(
                clip -> clip.video(track -> track.size(1280, 720).sampleAspectRatio(4_294_967_231L, 4_294_967_279L)),
                Orientation.IMAGE,
                measuring(odd, odd));
        assertThat(Judged.findings(verdict)).containsExactly("video.dimensions=warn");
    }

    @Test
    void takes_rotation_and_codec_for_no_reason_to_judge_otherwise() {
        Verdict verdict = clip(
                UnaryOperator.identity(),
                Orientation.IMAGE,
                r -> changing(r)
                        .codec(Optional.of("xxxx"))
                        .rotation(OptionalInt.of(90))
                        .mirrored(Optional.of(true))
                        .audio(Optional.of(true))
                        .build());
        assertThat(verdict.passed()).isTrue();
    }

    @Test
    void judges_by_the_headers_alone_where_the_decoder_has_nothing_to_say() {
        assertThat(clip(
                                UnaryOperator.identity(),
                                Orientation.IMAGE,
                                r -> VideoReading.builder().build())
                        .passed())
                .isTrue();
        Verdict closed = judged(PngBuilder.image().bytes(), Subject.image(), saying(Optional.empty(), DECODED));
        assertThat(closed.passed()).isTrue();
    }
}
