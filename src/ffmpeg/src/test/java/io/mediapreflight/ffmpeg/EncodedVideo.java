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

    private EncodedVideo() {}

    /** Encodes frames as MPEG-4 part 2, at 25 a second. */
    public static Path write(Path file, int frames, IntFunction<byte[]> luma) throws Exception {
        return write(file, frames, avcodec.AV_CODEC_ID_MPEG4, luma);
    }

    /** Encodes frames with FFmpeg's own choice of an encoder for the codec. */
    public static Path write(Path file, int frames, int codec, IntFunction<byte[]> luma) throws Exception {
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), WIDTH, HEIGHT)) {
            recorder.setFormat("mp4");
            recorder.setVideoCodec(codec);
            recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
            recorder.setFrameRate(RATE);
            recorder.setVideoQuality(3);
            recorder.start();
            for (int i = 0; i < frames; i++) {
                try (Frame frame = new Frame(WIDTH, HEIGHT, Frame.DEPTH_UBYTE, 1)) {
                    ByteBuffer into = (ByteBuffer) frame.image[0];
                    byte[] bytes = luma.apply(i);
                    for (int row = 0; row < HEIGHT; row++) {
                        into.put(row * frame.imageStride, bytes, row * WIDTH, WIDTH);
                    }
                    recorder.record(frame, avutil.AV_PIX_FMT_GRAY8);
                }
            }
        }
        return file;
    }
}
