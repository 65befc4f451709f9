package io.mediapreflight.ffmpeg.thumbnail;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** FFmpeg's encoder of one image, whose packet is the file. JavaCV's recorder would take a column or a row off an odd number of them. */
final class Encoder implements AutoCloseable {
    /** Of FFmpeg's 2 to 31, of which 2 is the best; what is not a JPEG has none. */
    private static final int QUALITY = 3 * avutil.FF_QP2LAMBDA;

    private final AVCodecContext context;
    private final AVFrame frame = avutil.av_frame_alloc();
    private final AVPacket packet = avcodec.av_packet_alloc();

    /**
     * Opens it.
     *
     * @param codec of avcodec's {@code AV_CODEC_ID_}
     * @param pixelFormat of avutil's {@code AV_PIX_FMT_}, one that the encoder takes
     * @throws IOException where FFmpeg has no such encoder
     */
    Encoder(int width, int height, int codec, int pixelFormat) throws IOException {
        AVCodec encoder = avcodec.avcodec_find_encoder(codec);
        context = avcodec.avcodec_alloc_context3(encoder);
        context.width(width).height(height).pix_fmt(pixelFormat).time_base(avutil.av_make_q(1, 1));
        context.flags(context.flags() | avcodec.AV_CODEC_FLAG_QSCALE).global_quality(QUALITY);
        frame.width(width).height(height).format(pixelFormat).quality(QUALITY);
        try {
            require(encoder == null ? -1 : avcodec.avcodec_open2(context, encoder, (PointerPointer<?>) null));
            require(avutil.av_frame_get_buffer(frame, 0));
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** The file, of pixels that lie row by row: blue, green and red for each. */
    byte[] encoded(byte[] pixels) throws IOException {
        fill(pixels);
        require(avcodec.avcodec_send_frame(context, frame));
        require(avcodec.avcodec_send_frame(context, null));
        require(avcodec.avcodec_receive_packet(context, packet));
        byte[] file = new byte[packet.size()];
        packet.data().get(file);
        return file;
    }

    private void fill(byte[] pixels) throws IOException {
        SwsContext converter = swscale.sws_getContext(
                frame.width(),
                frame.height(),
                avutil.AV_PIX_FMT_BGR24,
                frame.width(),
                frame.height(),
                frame.format(),
                swscale.SWS_BILINEAR,
                null,
                null,
                (DoublePointer) null);
        // FFmpeg looks at four planes, of which these pixels have one, and may read some bytes behind it.
        try (BytePointer bytes = new BytePointer((long) pixels.length + avcodec.AV_INPUT_BUFFER_PADDING_SIZE);
                PointerPointer<BytePointer> planes = new PointerPointer<>(bytes, null, null, null);
                IntPointer strides = new IntPointer(new int[] {Pixels.CHANNELS * frame.width(), 0, 0, 0})) {
            require(converter == null ? -1 : 0);
            bytes.put(pixels);
            require(swscale.sws_scale(converter, planes, strides, 0, frame.height(), frame.data(), frame.linesize()));
        } finally {
            swscale.sws_freeContext(converter);
        }
    }

    private static void require(int result) throws IOException {
        if (result < 0) {
            throw new IOException(Phrase.of("ffmpeg:no-thumbnail").toString());
        }
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avutil.av_frame_free(frame);
        avcodec.avcodec_free_context(context);
    }
}
