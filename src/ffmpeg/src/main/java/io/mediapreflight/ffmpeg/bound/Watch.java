package io.mediapreflight.ffmpeg.bound;

import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Phrase;
import java.util.Optional;

/** Watches what the work on one file costs: time, bytes and frames, and whether the result is still wanted. */
public final class Watch {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final DecodeBounds bounds;
    private final long start = System.nanoTime();
    private long bytesRead;
    private long frames;
    private Optional<String> failure = Optional.empty();

    public Watch(DecodeBounds bounds) {
        this.bounds = bounds;
    }

    public DecodeBounds bounds() {
        return bounds;
    }

    private long elapsedNanos() {
        return System.nanoTime() - start;
    }

    public void read(int bytes) {
        bytesRead += bytes;
    }

    public void decoded() {
        frames++;
    }

    /** The file could not be read further, which says nothing of what it holds. */
    public void fail(String why) {
        failure = Optional.of(why);
    }

    /** Why the work is to end, a clause; empty while it may go on. */
    public Optional<String> stop() {
        Optional<String> accident = accident();
        return accident.isPresent() ? accident : reached().map(Phrase::toString);
    }

    private Optional<String> accident() {
        if (failure.isPresent()) {
            return failure;
        }
        if (Thread.currentThread().isInterrupted()) {
            return Optional.of(Phrase.of("ffmpeg:interrupted").toString());
        }
        if (elapsedNanos() > bounds.wallTime().toNanos()) {
            return Optional.of(Phrase.of("ffmpeg:timeout")
                    .with("seconds", new Fraction(bounds.wallTime().toNanos(), NANOS_PER_SECOND).toDecimal())
                    .toString());
        }
        return Optional.empty();
    }

    /** The bound of ours that was reached, which the same file will reach again. */
    private Optional<Phrase> reached() {
        if (bytesRead > bounds.bytesRead()) {
            return Optional.of(Phrase.of("ffmpeg:read-limit").with("max", bounds.bytesRead()));
        }
        return frames > bounds.frames()
                ? Optional.of(Phrase.of("ffmpeg:frame-limit").with("max", bounds.frames()))
                : Optional.empty();
    }

    /** Ends the work where it is to end. */
    public void check() throws StoppedException {
        Optional<String> accident = accident();
        if (accident.isPresent()) {
            throw new StoppedException(accident.get());
        }
        Optional<Phrase> bound = reached();
        if (bound.isPresent()) {
            throw StoppedException.lasting(bound.get());
        }
    }
}
