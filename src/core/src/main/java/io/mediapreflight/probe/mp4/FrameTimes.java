package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.mp4.fragment.FragmentTotal;
import io.mediapreflight.probe.mp4.movie.Track;
import io.mediapreflight.probe.mp4.table.SampleTimes;
import io.mediapreflight.spec.Fraction;
import java.util.Optional;

/**
 * How many frames a video track has, and how they follow each other: by the sample table, and by the fragments.
 *
 * @param count of frames; empty where not all of them were counted
 * @param rate frames per second on average; empty where not all of their durations were added up, or these come to nothing
 * @param isVariable whether frames last differently long, by more than a tick of the clock; known with the rate
 */
record FrameTimes(Optional<Long> count, Optional<Fraction> rate, Optional<Boolean> isVariable) {
    private static final FrameTimes UNKNOWN = new FrameTimes(Optional.empty(), Optional.empty(), Optional.empty());

    /** Of a track whose samples are all in {@code moov}. */
    static FrameTimes of(Track video) {
        SampleTimes times = video.samples().times();
        boolean areAll = times.samples().orElse(-1) == video.samples().sampleCount();
        if (!areAll || times.total().isEmpty() || times.total().getAsLong() == 0) {
            return new FrameTimes(Optional.of(video.samples().sampleCount()), Optional.empty(), Optional.empty());
        }
        return known(
                times.samples().orElse(0),
                times.total().getAsLong(),
                video.media().timescale(),
                times.spread() > 1);
    }

    /**
     * Of a track that has samples in fragments too.
     *
     * @param areAllRead whether the fragments were read to the last one
     */
    static FrameTimes of(Track video, FragmentTotal fragments, boolean areAllRead) {
        SampleTimes times = video.samples().times();
        if (!areAllRead || times.total().isEmpty() || times.samples().isEmpty()) {
            return UNKNOWN;
        }
        long own = times.samples().getAsLong();
        boolean isVariable = times.spread() > 1
                || fragments.spread() > 1
                || (own > 0 && fragments.samples() > 0 && Math.abs(times.first() - fragments.first()) > 1);
        return known(
                Math.addExact(own, fragments.samples()),
                Math.addExact(times.total().getAsLong(), fragments.ticks()),
                video.media().timescale(),
                isVariable);
    }

    /** There are no more frames than any video has, or there is no rate. */
    private static FrameTimes known(long frames, long ticks, long timescale, boolean isVariable) {
        Optional<Fraction> rate = frames == 0 || frames > Integer.MAX_VALUE || ticks == 0
                ? Optional.empty()
                : Optional.of(new Fraction(frames * timescale, ticks));
        return new FrameTimes(Optional.of(frames), rate, rate.isPresent() ? Optional.of(isVariable) : Optional.empty());
    }
}
