package io.mediapreflight.ffmpeg;

import io.mediapreflight.decoder.VideoReading.Played;
import io.mediapreflight.spec.Fraction;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * How long a video lasts by the times of its samples and frames, whatever the headers claim. It begins with the first sample that is
 * shown, decoded or not, since a decoder drops frames that refer to what lies before the first key frame, and ends with the frame that
 * is shown last.
 */
final class Presentation {
    private long start = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long lastDuration;
    private long frames;

    /** Takes the time of a sample that is shown. */
    void sample(long at) {
        if (at != avutil.AV_NOPTS_VALUE) {
            start = Math.min(start, at);
        }
    }

    /**
     * Takes a decoded frame.
     *
     * @param duration in ticks; 0 where it is not known
     */
    void frame(long at, long duration) {
        frames++;
        if (at != avutil.AV_NOPTS_VALUE && at >= last) {
            last = at;
            lastDuration = duration;
        }
    }

    /** What all of it comes to; empty where there are no times. */
    Optional<Played> played(AVRational timeBase) {
        if (last < start || timeBase.num() < 1 || timeBase.den() < 1) {
            return Optional.empty();
        }
        long ticks = Math.subtractExact(last, start);
        // FFmpeg knows no duration of a last frame that begins behind the end that a header claims.
        long end = lastDuration > 0 || frames == 1 ? Math.max(0, lastDuration) : ticks / (frames - 1);
        long scaled = Math.multiplyExact(Math.addExact(ticks, end), timeBase.num());
        return scaled == 0 ? Optional.empty() : Optional.of(new Played(new Fraction(scaled, timeBase.den()), frames));
    }
}
