package io.mediapreflight.ffmpeg.bound;

import java.time.Duration;

/**
 * How much work one file may cause. What reaches a bound is undecided, never broken: the bound is ours, not the file's.
 *
 * @param wallTime for everything that is done to one file; looked at whenever FFmpeg reads and between two frames: an image is
 *     decoded in one go, so that only its pixels and bytes bound how long that takes
 * @param pixels of one decoded frame
 * @param frames decoded of one video, by all passes over it together
 * @param bytesRead from one file, by all passes over it together
 * @param imageBytes of an image, which is handed to its decoder whole
 * @param threads per decoder
 */
public record DecodeBounds(Duration wallTime, long pixels, long frames, long bytesRead, long imageBytes, int threads) {
    /** Thirty seconds of 4K at 60 frames a second take a slow core about so long. */
    private static final Duration WALL_TIME = Duration.ofSeconds(60);

    /** Cameras of 200 megapixels exist; at 4 bytes a pixel this is 1 GiB. */
    private static final long PIXELS = 1L << 28;

    /** Twice through the longest video that is accepted, 30 s, at 240 frames a second, and as much again. */
    private static final long FRAMES = 36_000;

    /** The largest video that is accepted, 100 MB, read ten times. */
    private static final long BYTES_READ = 1L << 30;

    /** The largest image that is accepted is 10 MB; beyond ten times that it does not matter whether it decodes. */
    private static final long IMAGE_BYTES = 128L << 20;

    /** A packet counts its bytes in an {@code int}, and is padded. */
    private static final long MAX_IMAGE_BYTES = 1L << 30;

    /** One: batches run several files side by side, and frame threads delay errors to later frames. */
    private static final int THREADS = 1;

    public DecodeBounds {
        if (wallTime.isNegative() || wallTime.isZero()) {
            throw new IllegalArgumentException("no time to decode in: " + wallTime);
        }
        if (pixels < 1 || frames < 1 || bytesRead < 1 || threads < 1) {
            throw new IllegalArgumentException("every bound is 1 or more");
        }
        if (imageBytes < 1 || imageBytes > MAX_IMAGE_BYTES) {
            throw new IllegalArgumentException("an image's bytes are 1 to " + MAX_IMAGE_BYTES + ": " + imageBytes);
        }
    }

    /** Bounds for a service that checks files from strangers. */
    public static DecodeBounds standard() {
        return new DecodeBounds(WALL_TIME, PIXELS, FRAMES, BYTES_READ, IMAGE_BYTES, THREADS);
    }

    /** The same with another time for one file: more than 0, on the clock on the wall. */
    public DecodeBounds withWallTime(Duration value) {
        return new DecodeBounds(value, pixels, frames, bytesRead, imageBytes, threads);
    }

    /** The same with another maximum of the pixels of a frame or an image, 1 or more. */
    public DecodeBounds withPixels(long value) {
        return new DecodeBounds(wallTime, value, frames, bytesRead, imageBytes, threads);
    }

    /** The same with another maximum of the frames that are decoded of one file, 1 or more. */
    public DecodeBounds withFrames(long value) {
        return new DecodeBounds(wallTime, pixels, value, bytesRead, imageBytes, threads);
    }

    /** The same with another maximum of the bytes that are read of one file, 1 or more; what is read twice counts twice. */
    public DecodeBounds withBytesRead(long value) {
        return new DecodeBounds(wallTime, pixels, frames, value, imageBytes, threads);
    }
}
