package io.mediapreflight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Fraction;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the headers of a video say of its coding: facts, advice, and one more reading of its size. */
class VideoAdviceTest {
    /** x264 at 352x352 with samples of 10:11. */
    private static final byte[] NARROW_SAMPLES = HexFormat.of()
            .parseHex("01640015ffe1001967640015acd94160b6c0c4000003000400000300f03c58b65801000668ebe3cb22c0fdf8f800");

    static Stream<Arguments> videos() {
        return Stream.of(
                video("H.264", track -> track),
                video("HEVC", track -> track.codec("hvc1"), AdviceId.VIDEO_CODEC),
                video("Motion JPEG", track -> track.codec("jpeg"), AdviceId.VIDEO_CODEC),
                video("PQ", track -> track.transfer(16), AdviceId.VIDEO_HDR),
                video("HLG", track -> track.transfer(18), AdviceId.VIDEO_HDR),
                video("BT.709", track -> track.transfer(1)),
                video("interlaced", track -> track.fields(2), AdviceId.VIDEO_INTERLACED),
                video("progressive", track -> track.fields(1)),
                video(
                        "HEVC in PQ",
                        track -> track.codec("hvc1").transfer(16),
                        AdviceId.VIDEO_CODEC,
                        AdviceId.VIDEO_HDR));
    }

    private static Arguments video(String name, UnaryOperator<TrackBuilder> track, AdviceId... advice) {
        return Arguments.of(name, Mp4Builder.clip().video(track::apply).bytes(), advice);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("videos")
    void a_header_gives_cause_for(String name, byte[] video, AdviceId[] advice) {
        MediaVerdict verdict = Judged.video(video);
        assertThat(verdict.advice()).extracting(Advice::id).containsExactly(advice);
        assertThat(verdict.passed()).isTrue();
    }

    @Test
    void the_sample_aspect_ratio_of_the_codec_is_a_reading_of_the_size() {
        MediaVerdict verdict = Judged.video(narrow(track -> track));
        assertThat(Judged.findings(verdict)).containsExactly("video.dimensions=warn");
        assertThat(verdict.findings().get(0).actual())
                .isEqualTo("352x352 px (coded), 320x352 px (codec configuration)");
        assertThat(facts(verdict).configured()).containsExactly(PixelSize.of(320, 352));
        assertThat(facts(verdict).coding().codecString()).contains("avc1.640015");
    }

    @Test
    void the_sample_aspect_ratio_of_the_container_goes_before_that_of_the_codec() {
        assertThat(Judged.findings(Judged.video(narrow(track -> track.sampleAspectRatio(1, 1)))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"352, 352, ", "640, 352, 352x352", "352, 360, 352x352"})
    void the_size_of_the_codec_is_a_reading_where_it_is_another(long width, long height, String other) {
        VideoFacts facts = facts(Judged.video(Mp4Builder.clip()
                .video(track ->
                        track.size(width, height).sampleAspectRatio(1, 1).configuration("avcC", NARROW_SAMPLES))
                .bytes()));
        assertThat(facts.configured())
                .extracting(PixelSize::toString)
                .isEqualTo(other == null ? java.util.List.of() : java.util.List.of(other));
    }

    @Test
    void a_configuration_that_is_cut_off_says_nothing_of_the_coding() {
        MediaVerdict verdict = Judged.video(Mp4Builder.clip()
                .video(track -> track.configuration("avcC", new byte[] {1, 100, 0}))
                .bytes());
        assertThat(Judged.findings(verdict)).containsExactly("video.readable=fail");
        assertThat(facts(verdict).coding().codecString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1000, 30", "1250, 24", "150000, 0.2"})
    void the_frame_rate_is_that_of_the_samples(long frame, String rate) {
        VideoFacts facts = facts(Judged.video(
                Mp4Builder.clip().video(track -> track.frameTicks(frame)).bytes()));
        assertThat(facts.coding().frameRate().map(Fraction::toDecimalString)).contains(rate);
        assertThat(facts.coding().variableFrameRate()).contains(false);
    }

    private static byte[] narrow(UnaryOperator<TrackBuilder> more) {
        return Mp4Builder.clip()
                .video(track -> more.apply(track.size(352, 352).configuration("avcC", NARROW_SAMPLES)))
                .bytes();
    }

    private static VideoFacts facts(MediaVerdict verdict) {
        return (VideoFacts) verdict.facts().orElseThrow();
    }
}
