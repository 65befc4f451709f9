package io.mediapreflight.ffmpeg;

import java.util.Optional;

/** Watches what the work on one file costs: time, bytes and pictures, and whether anybody still wants to know. */
final class Watch {
    private static final double NANOS_PER_SECOND = 1e9;

    private final DecodeBounds bounds;
    private final long start = System.nanoTime();
    private long bytesRead;
    private long pictures;
    private Optional<String> failure = Optional.empty();

    Watch(DecodeBounds bounds) {
        this.bounds = bounds;
    }

    DecodeBounds bounds() {
        return bounds;
    }

    long elapsedNanos() {
        return System.nanoTime() - start;
    }

    void read(int bytes) {
        bytesRead += bytes;
    }

    void decoded() {
        pictures++;
    }

    /** The file could not be read further, which says nothing of what it holds. */
    void fail(String why) {
        failure = Optional.of(why);
    }

    /** Why the work is to end, a clause; empty while it may go on. */
    Optional<String> stop() {
        if (failure.isPresent()) {
            return failure;
        }
        if (Thread.currentThread().isInterrupted()) {
            return Optional.of("it was interrupted");
        }
        if (elapsedNanos() > bounds.wallTime().toNanos()) {
            return Optional.of("decoding took longer than " + bounds.wallTime().toNanos() / NANOS_PER_SECOND + " s");
        }
        if (bytesRead > bounds.bytesRead()) {
            return Optional.of("decoding read more than " + bounds.bytesRead() + " bytes");
        }
        return pictures > bounds.pictures()
                ? Optional.of("there are more than " + bounds.pictures() + " pictures to decode")
                : Optional.empty();
    }

    /** Ends the work where it is to end. */
    void check() throws StoppedException {
        Optional<String> why = stop();
        if (why.isPresent()) {
            throw new StoppedException(why.get());
        }
    }
}
