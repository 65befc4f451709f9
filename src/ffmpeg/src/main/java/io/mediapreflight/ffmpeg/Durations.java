package io.mediapreflight.ffmpeg;

import io.mediapreflight.spec.Fraction;
import java.util.Optional;

/** FFmpeg's figures for durations, without those that are known misreadings. */
final class Durations {
    /** 32 bits of ones mean "not known" (ISO/IEC 14496-12 8.2.2.3, 8.4.2.3); FFmpeg takes them for a number. */
    private static final long ALL_ONES = 0xFFFF_FFFFL;

    private Durations() {}

    /** How long a track lasts; AV_NOPTS_VALUE, which means that FFmpeg does not know, is negative. */
    static Optional<Fraction> track(long ticks, int numerator, int denominator) {
        return ticks < 1 || ticks >= ALL_ONES || numerator < 1 || denominator < 1
                ? Optional.empty()
                : Optional.of(new Fraction(Math.multiplyExact(ticks, numerator), denominator));
    }
}
