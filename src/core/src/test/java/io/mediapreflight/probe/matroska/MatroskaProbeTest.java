package io.mediapreflight.probe.matroska;

import static io.mediapreflight.fixture.MatroskaBuilder.element;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Inspection;
import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.MatroskaBuilder;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatroskaProbeTest {
    private static final Preflight ACCEPTING = Preflight.with(Limits.klingV3MotionControl().toBuilder()
            .videoFormats(EnumSet.of(Format.MKV, Format.WEBM))
            .build());

    private static MatroskaBuilder clip() {
        return MatroskaBuilder.webm().duration(5000).video("V_VP9", 640, 360).track(2);
    }

    private static Probed probed(MatroskaBuilder builder) {
        return ((Inspection.Seen) Preflight.standard().inspect(BytesSource.of(builder.bytes()))).probed();
    }

    private static VideoFacts facts(MatroskaBuilder builder) {
        Probed probed = probed(builder);
        return (VideoFacts) probed.facts().orElseThrow(() -> new AssertionError(probed.defects()));
    }

    private static List<String> accepted(byte[] bytes) {
        return Judged.findings(ACCEPTING.check(BytesSource.of(bytes), Subject.video(Orientation.IMAGE)));
    }

    private static List<MalformedCode> codes(MatroskaBuilder builder) {
        return probed(builder).defects().stream().map(Malformed::code).toList();
    }

    @Test
    void reads_size_duration_codec_and_tracks() {
        VideoFacts facts = facts(clip());
        assertThat(facts.coded()).containsExactly(PixelSize.of(640, 360));
        assertThat(facts.shown()).isEmpty();
        assertThat(facts.codec()).isEqualTo("vp09");
        assertThat(facts.durations().container()).contains(Fraction.of(5));
        assertThat(facts.durations().videoTrack()).contains(Fraction.of(5));
        assertThat(facts.tracks()).isEqualTo(new VideoFacts.Tracks(1, true));
    }

    @Test
    void reads_what_stands_behind_the_clusters_where_the_index_says() {
        MatroskaBuilder clip = clip().durationTag(1, "00:00:04.960000000").behindCluster();
        assertThat(facts(clip).coded()).containsExactly(PixelSize.of(640, 360));
        assertThat(facts(clip).durations().container()).contains(Fraction.of(5));
        assertThat(facts(clip).durations().videoTrack()).contains(new Fraction(124, 25));
    }

    @ParameterizedTest
    @CsvSource({"00:00:05.5, 5/1", "0:00:05.000000000, 5/1", "00:00:00.000000000, 5/1", "01:02:03.250000000, 14893/4"})
    void believes_a_duration_in_tags_that_is_one(String text, String expected) {
        assertThat(facts(clip().durationTag(1, text)).durations().videoTrack())
                .hasValueSatisfying(seconds -> assertThat(seconds.numerator() + "/" + seconds.denominator())
                        .isEqualTo(expected));
    }

    @Test
    void does_not_take_the_duration_of_another_track() {
        assertThat(facts(clip().durationTag(2, "00:00:09.000000000"))
                        .durations()
                        .videoTrack())
                .contains(Fraction.of(5));
    }

    @Test
    void counts_in_the_scale_that_is_given() {
        byte[] scale = element(0x2AD7B1, Bytes.u32(100_000));
        byte[] ticks = element(0x4489, Bytes.u32(Float.floatToIntBits(30_000)));
        assertThat(facts(clip().information(scale, ticks)).durations().container())
                .contains(Fraction.of(3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e300})
    void an_invalid_duration_is_not_known(double ticks) {
        assertThat(facts(clip().duration(ticks)).durations().container()).isEmpty();
        assertThat(accepted(clip().duration(ticks).bytes()))
                .containsExactly("video.duration.min=unknown", "video.duration.max=unknown");
    }

    /** Width, height and unit of the display; 3 is a ratio, 4 unknown. */
    @ParameterizedTest
    @CsvSource({"640, 360, 0, ''", "854, 360, 0, 854x360", "16, 9, 3, ''", "4, 3, 3, 480x360", "4, 3, 4, ''"})
    void reads_the_size_that_is_shown(int width, int height, int unit, String shown) {
        byte[][] display = {
            element(0x54B0, Bytes.u16(width)), element(0x54BA, Bytes.u16(height)), element(0x54B2, Bytes.u8(unit))
        };
        VideoFacts facts = facts(MatroskaBuilder.matroska().duration(5000).video("V_VP8", 640, 360, display));
        assertThat(facts.shown()
                        .map(size ->
                                size.width().rounded() + "x" + size.height().rounded())
                        .orElse(""))
                .isEqualTo(shown);
    }

    @Test
    void cuts_off_what_is_cropped() {
        byte[][] crop = {element(0x54CC, Bytes.u8(8)), element(0x54DD, Bytes.u8(12)), element(0x54AA, Bytes.u8(10))};
        VideoFacts facts = facts(MatroskaBuilder.matroska().duration(5000).video("V_VP8", 640, 360, crop));
        assertThat(facts.shown())
                .hasValueSatisfying(shown ->
                        assertThat(shown.isSameAs(PixelSize.of(620, 350))).isTrue());
    }

    @Test
    void takes_the_first_track_that_is_enabled() {
        byte[] disabled = element(0xB9, Bytes.u8(0));
        byte[] small = element(0xE0, element(0xB0, Bytes.u16(16)), element(0xBA, Bytes.u16(16)));
        MatroskaBuilder clip =
                MatroskaBuilder.webm().duration(5000).track(1, disabled, small).video("V_AV1", 640, 360);
        assertThat(facts(clip).coded()).containsExactly(PixelSize.of(640, 360));
        assertThat(facts(clip).codec()).isEqualTo("av01");
        assertThat(facts(clip).tracks().enabledVideo()).isEqualTo(1);
    }

    @Test
    void audio_alone_is_no_video() {
        assertThat(probed(MatroskaBuilder.webm().duration(5000).track(2).behindCluster())
                        .kind())
                .isEqualTo(Kind.AUDIO);
    }

    @Test
    void an_encrypted_track_is_not_readable() {
        byte[] encodings = element(0x6D80, element(0x6240, element(0x5033, Bytes.u8(1))));
        byte[] video = element(0xE0, element(0xB0, Bytes.u16(640)), element(0xBA, Bytes.u16(360)));
        assertThat(codes(MatroskaBuilder.webm().duration(5000).track(1, encodings, video)))
                .containsExactly(MalformedCode.ENCRYPTED);
    }

    @Test
    void frames_without_a_size_and_a_segment_without_frames_are_malformed() {
        assertThat(codes(MatroskaBuilder.webm().duration(5000).track(1)))
                .containsExactly(MalformedCode.MISSING_DIMENSIONS);
        assertThat(codes(clip().withoutCluster())).containsExactly(MalformedCode.NO_SAMPLES);
    }

    @Test
    void an_element_that_runs_past_its_parent_is_malformed() {
        byte[] long1 = Bytes.join(Bytes.u8(0xE0), Bytes.u64((1L << 56) | 1000));
        assertThat(codes(MatroskaBuilder.webm().duration(5000).track(1, long1)))
                .containsExactly(MalformedCode.ELEMENT_RUNS_PAST_PARENT);
    }

    @Test
    void a_header_that_cannot_be_gone_through_is_malformed() {
        byte[] clip = clip().bytes();
        byte[] damaged = Bytes.patched(clip, 12, Bytes.zeros(1));
        assertThat(accepted(damaged)).contains("video.readable=fail");
    }

    @Test
    void a_live_stream_may_go_on() {
        assertThat(accepted(clip().live().bytes())).containsExactly("video.complete=unknown");
    }

    @Test
    void says_how_much_is_missing_of_the_segment() {
        byte[] clip = clip().bytes();
        Probed probed = ((Inspection.Seen)
                        Preflight.standard().inspect(BytesSource.of(Arrays.copyOf(clip, clip.length - 9))))
                .probed();
        assertThat(probed.completeness())
                .hasValueSatisfying(cut ->
                        assertThat(((Completeness.CutOff) cut).missingBytes()).isEqualTo(9));
    }

    @Test
    void passes_under_limits_that_accept_it_and_no_beginning_of_it_does() {
        byte[] clip = clip().bytes();
        assertThat(accepted(clip)).isEmpty();
        assertThat(IntStream.range(0, clip.length)
                        .filter(length -> accepted(Arrays.copyOf(clip, length)).isEmpty()))
                .isEmpty();
    }

    @Test
    void says_everything_that_is_wrong_with_it_at_once() {
        byte[] clip = MatroskaBuilder.matroska()
                .duration(30_001)
                .video("V_VP8", 320, 240)
                .bytes();
        assertThat(Judged.findings(Judged.video(clip)))
                .containsExactly("video.container=fail", "video.dimensions=fail", "video.duration.max=fail");
    }
}
