package io.mediapreflight.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.spec.Fraction;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @Test
    void is_ticks_times_time_base() {
        assertThat(Durations.track(51_200, 1, 12_800)).contains(new Fraction(51_200, 12_800));
        assertThat(Durations.track(300, 1001, 30_000)).contains(new Fraction(300_300, 30_000));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 0xFFFF_FFFFL, 0x1_0000_0000L, Long.MAX_VALUE})
    void is_not_known_where_the_header_is_zero_or_all_ones(long ticks) {
        assertThat(Durations.track(ticks, 1, 30_000)).isEmpty();
    }

    @Test
    void is_known_one_tick_below_all_ones() {
        assertThat(Durations.track(0xFFFF_FFFEL, 1, 30_000)).contains(new Fraction(0xFFFF_FFFEL, 30_000));
    }

    @Test
    void is_not_known_where_ffmpeg_does_not_know_it() {
        assertThat(Durations.track(avutil.AV_NOPTS_VALUE, 1, 30_000)).isEmpty();
        assertThat(Durations.track(5, 1, 0)).isEmpty();
    }
}
