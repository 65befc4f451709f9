package io.mediapreflight.ffmpeg.bound;

import io.mediapreflight.spec.Fraction;
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

    public long elapsedNanos() {
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
        if (failure.isPresent()) {
            return failure;
        }
        if (Thread.currentThread().isInterrupted()) {
            return Optional.of("it was interrupted");
        }
        if (elapsedNanos() > bounds.wallTime().toNanos()) {
            return Optional.of("decoding took longer than "
                    + new Fraction(bounds.wallTime().toNanos(), NANOS_PER_SECOND).toDecimalString() + " s");
        }
        if (bytesRead > bounds.bytesRead()) {
            return Optional.of("decoding read more than " + bounds.bytesRead() + " bytes");
        }
        return frames > bounds.frames()
                ? Optional.of("there are more than " + bounds.frames() + " frames to decode")
                : Optional.empty();
    }

    /** Ends the work where it is to end. */
    public void check() throws StoppedException {
        Optional<String> why = stop();
        if (why.isPresent()) {
            throw new StoppedException(why.get());
        }
    }
}
