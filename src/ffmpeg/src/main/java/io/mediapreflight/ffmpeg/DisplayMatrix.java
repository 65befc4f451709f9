package io.mediapreflight.ffmpeg;

import java.util.OptionalInt;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.IntPointer;

/**
 * How FFmpeg says that a frame is to be turned: x' = a·x + c·y, y' = b·x + d·y, y downwards. FFmpeg has multiplied the
 * movie's matrix into the track's.
 */
record DisplayMatrix(long a, long b, long c, long d) {
    /** An element this many times smaller than another is rounding, not shear. */
    private static final int NOISE = 256;

    private static final int ELEMENTS = 9;

    /** The matrix of a track; the identity where FFmpeg gives none, as it then does. */
    static DisplayMatrix of(AVCodecParameters parameters) {
        AVPacketSideData data = avcodec.av_packet_side_data_get(
                parameters.coded_side_data(), parameters.nb_coded_side_data(), avcodec.AV_PKT_DATA_DISPLAYMATRIX);
        if (data == null || data.isNull() || data.size() < (long) ELEMENTS * Integer.BYTES) {
            return new DisplayMatrix(1, 0, 0, 1);
        }
        return of(new IntPointer(data.data()));
    }

    private static DisplayMatrix of(IntPointer matrix) {
        return new DisplayMatrix(matrix.get(0), matrix.get(1), matrix.get(3), matrix.get(4));
    }

    /** Clockwise degrees 0, 90, 180 or 270, before any {@linkplain #mirrors mirroring}; empty for any other angle. */
    OptionalInt rotation() {
        if (isUpright()) {
            return OptionalInt.of(d < 0 ? 180 : 0);
        }
        return isSideways() ? OptionalInt.of(b > 0 ? 90 : 270) : OptionalInt.empty();
    }

    /** Whether left and right are exchanged after the rotation. */
    boolean mirrors() {
        return isUpright() ? (a < 0) != (d < 0) : isSideways() && (b < 0) == (c < 0);
    }

    private boolean isUpright() {
        return dwarfs(a, b, c) && dwarfs(d, b, c);
    }

    private boolean isSideways() {
        return dwarfs(b, a, d) && dwarfs(c, a, d);
    }

    private static boolean dwarfs(long large, long one, long other) {
        return large != 0 && Math.abs(one) * NOISE <= Math.abs(large) && Math.abs(other) * NOISE <= Math.abs(large);
    }
}
