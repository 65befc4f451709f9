package io.mediapreflight.ffmpeg;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/** Videos that are encoded for a test, from luma alone. */
public final class EncodedVideo {
    public static final int WIDTH = 384;
    public static final int HEIGHT = 352;
    public static final int RATE = 25;
    private static final int SMALL = 64;

    private EncodedVideo() {}

    /** Encodes frames as MPEG-4 part 2, at 25 a second. */
    public static Path write(Path file, int frames, IntFunction<byte[]> luma) throws Exception {
        return write(file, frames, avcodec.AV_CODEC_ID_MPEG4, luma);
    }

    /** Encodes frames with FFmpeg's own choice of an encoder for the codec. */
    public static Path write(Path file, int frames, int codec, IntFunction<byte[]> luma) throws Exception {
        try (FFmpegFrameRecorder recorder = recorder(file, WIDTH, HEIGHT, codec, RATE)) {
            recorder.start();
            for (int i = 0; i < frames; i++) {
                record(recorder, luma.apply(i));
            }
        }
        return file;
    }

    /**
     * Encodes small gray frames as MPEG-4 part 2.
     *
     * @param milliseconds when each of them is shown
     * @param bFrames how many at most stand in another order than they are shown in, one after another
     */
    public static Path writeTimed(Path file, int[] milliseconds, int bFrames) throws Exception {
        byte[] gray = new byte[SMALL * SMALL];
        try (FFmpegFrameRecorder recorder = recorder(file, SMALL, SMALL, avcodec.AV_CODEC_ID_MPEG4, 1000)) {
            recorder.setMaxBFrames(bFrames);
            recorder.start();
            for (int at : milliseconds) {
                recorder.setFrameNumber(at);
                record(recorder, gray);
            }
        }
        return file;
    }

    private static FFmpegFrameRecorder recorder(Path file, int width, int height, int codec, int rate) {
        FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, height);
        recorder.setFormat("mp4");
        recorder.setVideoCodec(codec);
        recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
        recorder.setFrameRate(rate);
        recorder.setVideoQuality(3);
        return recorder;
    }

    private static void record(FFmpegFrameRecorder recorder, byte[] luma) throws Exception {
        int width = recorder.getImageWidth();
        int height = recorder.getImageHeight();
        try (Frame frame = new Frame(width, height, Frame.DEPTH_UBYTE, 1)) {
            ByteBuffer into = (ByteBuffer) frame.image[0];
            for (int row = 0; row < height; row++) {
                into.put(row * frame.imageStride, luma, row * width, width);
            }
            recorder.record(frame, avutil.AV_PIX_FMT_GRAY8);
        }
    }
}
