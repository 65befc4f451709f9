package io.mediapreflight.probe.mp4.fragment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.FragmentsBuilder;
import io.mediapreflight.fixture.FragmentsBuilder.SaidIn;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.probe.VideoCoding;
import io.mediapreflight.spec.Fraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How many frames fragments have, and how they follow each other. The clock has 30,000 ticks a second. */
class FragmentFramesTest {
    private static final int SAMPLE_DURATION = 16;

    private static VideoCoding coding(byte[] video) {
        return Judged.videoFacts(Judged.video(video)).coding();
    }

    private static byte[] ofFragments(FragmentsBuilder fragments) {
        return Mp4Builder.clip().fragments(fragments).bytes();
    }

    @ParameterizedTest
    @EnumSource
    void counts_the_frames_of_all_fragments_wherever_their_duration_is_said(SaidIn place) {
        VideoCoding coding = coding(ofFragments(FragmentsBuilder.of(1, 4, 1200).saidIn(place)));
        assertThat(coding.frameCount()).contains(4L);
        assertThat(coding.frameRate())
                .hasValueSatisfying(
                        rate -> assertThat(rate.compareTo(Fraction.of(25))).isZero());
        assertThat(coding.variableFrameRate()).contains(false);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TRUN")
    void counts_the_frames_of_runs_that_only_say_how_many_there_are(SaidIn place) {
        VideoCoding coding =
                coding(ofFragments(FragmentsBuilder.of(1, 2, 1200).saidIn(place).samples(50)));
        assertThat(coding.frameCount()).contains(100L);
        assertThat(coding.frameRate())
                .hasValueSatisfying(
                        rate -> assertThat(rate.compareTo(Fraction.of(25))).isZero());
    }

    /** By more than a tick of the clock; the last frame may be cut short or held. */
    @ParameterizedTest
    @CsvSource({"1, 1201, false", "1, 1202, true", "1, 1199, false", "1, 1198, true", "3, 9000, false"})
    void a_rate_varies_where_frames_last_differently_long(int fragment, long ticks, boolean expected) {
        byte[] video = ofFragments(FragmentsBuilder.of(1, 4, 1200));
        int trun = -1;
        for (int i = 0; i <= fragment; i++) {
            trun = Bytes.indexOf(video, "trun", trun + 1);
        }
        byte[] changed = Bytes.patched(video, trun + SAMPLE_DURATION, Bytes.u32(ticks));
        assertThat(coding(changed).variableFrameRate()).contains(expected);
    }

    @Test
    void frames_that_last_no_time_have_no_rate() {
        VideoCoding coding = coding(ofFragments(FragmentsBuilder.of(1, 4, 0)));
        assertThat(coding.frameCount()).contains(4L);
        assertThat(coding.frameRate()).isEmpty();
        assertThat(coding.variableFrameRate()).isEmpty();
    }

    /** An invalid box behind them may hide others. */
    @Test
    void nothing_is_known_where_not_all_fragments_were_read() {
        byte[] nonsense = Bytes.filled(100, 0xFF);
        VideoCoding coding = coding(Bytes.join(ofFragments(FragmentsBuilder.of(1, 4, 1200)), nonsense));
        assertThat(coding.frameCount()).isEmpty();
        assertThat(coding.frameRate()).isEmpty();
        assertThat(coding.variableFrameRate()).isEmpty();
    }
}
