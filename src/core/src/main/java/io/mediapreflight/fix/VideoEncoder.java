package io.mediapreflight.fix;

import io.mediapreflight.probe.PixelSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What FFmpeg may encode the video of a copy with, best first. Builds of FFmpeg differ in which of these they have. */
public enum VideoEncoder {
    /** The one in printed commands: builds that distributions make have it. */
    LIBX264("libx264", VideoEncoder.ANY) {
        @Override
        List<String> arguments(long maxBitsPerSecond, long pixels) {
            String rate = Long.toString(maxBitsPerSecond);
            return List.of("-crf", QUALITY, "-maxrate", rate, "-bufsize", rate);
        }
    },

    /**
     * The one in the program that the natives' artifact carries. It knows no constant quality, and has a maximum size: it encodes 3840x2160
     * and 3072x3072, and refuses 3080x3072.
     */
    LIBOPENH264("libopenh264", 36_864) {
        @Override
        List<String> arguments(long maxBitsPerSecond, long pixels) {
            long rate = Math.min(maxBitsPerSecond, Math.max(MIN_GOOD_RATE, pixels * GOOD_BITS_PER_PIXEL_AND_SECOND));
            return List.of("-rc_mode", "bitrate", "-b:v", Long.toString(rate), "-profile:v", "high");
        }
    },

    /** AV1, for frames that are too large for {@link #LIBOPENH264}. */
    LIBSVTAV1("libsvtav1", VideoEncoder.ANY) {
        @Override
        List<String> arguments(long maxBitsPerSecond, long pixels) {
            return List.of("-preset", "10", "-crf", "24", "-maxrate", Long.toString(maxBitsPerSecond));
        }
    };

    /** What looks the same as the original to most people. */
    private static final String QUALITY = "18";

    private static final long ANY = Long.MAX_VALUE;
    private static final long MACROBLOCK = 16;

    private static final long MIN_GOOD_RATE = 2_000_000;

    /** A third of a bit for each pixel, at 30 frames a second. */
    private static final long GOOD_BITS_PER_PIXEL_AND_SECOND = 10;

    private final String id;
    private final long maxMacroblocks;

    VideoEncoder(String id, long maxMacroblocks) {
        this.id = id;
        this.maxMacroblocks = maxMacroblocks;
    }

    /** As FFmpeg calls it. */
    public String id() {
        return id;
    }

    /**
     * The best one for frames of a size.
     *
     * @param available FFmpeg's names of the encoders that there are
     */
    public static Optional<VideoEncoder> of(Set<String> available, PixelSize frame) {
        long macroblocks = Math.multiplyExact(
                macroblocks(frame.width().rounded()), macroblocks(frame.height().rounded()));
        return Arrays.stream(values())
                .filter(each -> available.contains(each.id) && macroblocks <= each.maxMacroblocks)
                .findFirst();
    }

    private static long macroblocks(long side) {
        return Math.addExact(side, MACROBLOCK - 1) / MACROBLOCK;
    }

    /** All arguments that have it encode frames of a size. */
    List<String> arguments(long maxBitsPerSecond, PixelSize frame) {
        List<String> all = new ArrayList<>(List.of("-c:v", id));
        long pixels = Math.multiplyExact(frame.width().rounded(), frame.height().rounded());
        all.addAll(arguments(maxBitsPerSecond, pixels));
        all.addAll(List.of("-pix_fmt", "yuv420p"));
        return all;
    }

    abstract List<String> arguments(long maxBitsPerSecond, long pixels);
}
