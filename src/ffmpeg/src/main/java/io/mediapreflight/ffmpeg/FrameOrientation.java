package io.mediapreflight.ffmpeg;

import io.mediapreflight.probe.ExifOrientation;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/** Which way up an image is to be shown. FFmpeg 8.1 makes of the EXIF that its decoder for JPEG reads a matrix beside the frame. */
final class FrameOrientation {
    /** The matrix {@code a b u, c d v, x y w} shows the pixel (x, y) at (ax + cy, bx + dy). */
    private static final int[] PLACES = {0, 1, 3, 4};

    private static final int MATRIX_BYTES = 9 * Integer.BYTES;

    private FrameOrientation() {}

    /** Empty where nothing says so. */
    static Optional<ExifOrientation> of(AVFrame frame) {
        AVFrameSideData matrix = avutil.av_frame_get_side_data(frame, avutil.AV_FRAME_DATA_DISPLAYMATRIX);
        if (matrix == null || matrix.isNull() || matrix.size() < MATRIX_BYTES) {
            return Optional.empty();
        }
        BytePointer data = matrix.data();
        StringBuilder signs = new StringBuilder();
        IntPointer numbers = new IntPointer(data);
        for (int place : PLACES) {
            int number = numbers.get(place);
            signs.append(number == 0 ? '0' : number > 0 ? '+' : '-');
        }
        return tag(signs.toString());
    }

    private static Optional<ExifOrientation> tag(String signs) {
        return switch (signs) {
            case "+00+" -> ExifOrientation.ofTag(1);
            case "-00+" -> ExifOrientation.ofTag(2);
            case "-00-" -> ExifOrientation.ofTag(3);
            case "+00-" -> ExifOrientation.ofTag(4);
            case "0++0" -> ExifOrientation.ofTag(5);
            case "0+-0" -> ExifOrientation.ofTag(6);
            case "0--0" -> ExifOrientation.ofTag(7);
            case "0-+0" -> ExifOrientation.ofTag(8);
            default -> Optional.empty();
        };
    }
}
