package io.mediapreflight.ffmpeg;

import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import io.mediapreflight.ffmpeg.bound.StoppedException;
import io.mediapreflight.text.Phrase;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** An open decoder, with the packet it is fed from and the frame it decodes into. */
final class FrameDecoder implements AutoCloseable {
    /** How much a decoder is to notice, and how much it may leave out. */
    enum Care {
        /** Checks what can be checked, and reports damage that a player would paint over. */
        STRICT,
        /** Reports the same damage, but for checksums of filtered frames: filters that only please the eye are left out. */
        CHEAP
    }

    private static final int EAGAIN = org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN();
    private static final int ENOMEM = org.bytedeco.ffmpeg.presets.avutil.AVERROR_ENOMEM();
    private static final int EINVAL = org.bytedeco.ffmpeg.presets.avutil.AVERROR_EINVAL();
    private static final int ENOSYS = org.bytedeco.ffmpeg.presets.avutil.AVERROR_ENOSYS();
    private static final int ERANGE = org.bytedeco.ffmpeg.presets.avutil.AVERROR_ERANGE();

    /** {@code dav1}, as FFmpeg counts letters. */
    private static final int DOLBY_VISION_AV1 = 'd' | 'a' << 8 | 'v' << 16 | '1' << 24;

    private final AVCodecContext context;
    private final FrameMemory memory;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame frame = avutil.av_frame_alloc();

    private FrameDecoder(AVCodecContext context) {
        this.context = context;
        this.memory = new FrameMemory(context);
    }

    /** A decoder for a track. */
    static FrameDecoder of(AVCodecParameters parameters, AVRational timeBase, Care care, DecodeBounds bounds)
            throws StoppedException, BrokenException {
        AVCodecContext context = allocate(codec(parameters));
        int codec = context.codec_id();
        avcodec.avcodec_parameters_to_context(context, parameters);
        context.codec_id(codec);
        context.pkt_timebase(timeBase);
        return open(context, care, bounds);
    }

    /** A decoder for an image. */
    static FrameDecoder of(int codec, DecodeBounds bounds) throws StoppedException, BrokenException {
        return open(allocate(codec), Care.STRICT, bounds);
    }

    /** FFmpeg's demuxer does not know the name that Dolby Vision gives to AV1. */
    private static int codec(AVCodecParameters parameters) {
        return parameters.codec_id() == avcodec.AV_CODEC_ID_NONE && parameters.codec_tag() == DOLBY_VISION_AV1
                ? avcodec.AV_CODEC_ID_AV1
                : parameters.codec_id();
    }

    private static AVCodecContext allocate(int codec) throws StoppedException {
        AVCodec decoder = avcodec.avcodec_find_decoder(codec);
        if (decoder == null || decoder.isNull()) {
            throw StoppedException.lasting(Phrase.of("ffmpeg:no-decoder"));
        }
        AVCodecContext context = avcodec.avcodec_alloc_context3(decoder);
        if (context == null || context.isNull()) {
            throwIfOutOfMemory(ENOMEM);
        }
        return context;
    }

    private static FrameDecoder open(AVCodecContext context, Care care, DecodeBounds bounds)
            throws StoppedException, BrokenException {
        context.max_pixels(bounds.pixels());
        context.thread_count(bounds.threads());
        context.err_recognition(avcodec.AV_EF_CRCCHECK | avcodec.AV_EF_EXPLODE);
        if (context.codec_id() == avcodec.AV_CODEC_ID_TIFF) {
            context.err_recognition(avcodec.AV_EF_CRCCHECK); // a tag that FFmpeg does not know would be an error
        }
        if (care == Care.CHEAP) {
            if (context.codec_id() == avcodec.AV_CODEC_ID_HEVC || context.codec_id() == avcodec.AV_CODEC_ID_VVC) {
                // Their checksums are those of frames with all filters applied.
                context.err_recognition(avcodec.AV_EF_EXPLODE);
            }
            context.skip_loop_filter(avcodec.AVDISCARD_ALL);
            context.flags2(context.flags2() | avcodec.AV_CODEC_FLAG2_FAST);
        }
        FrameDecoder decoder = new FrameDecoder(context);
        int error = avcodec.avcodec_open2(context, (AVCodec) null, (AVDictionary) null);
        if (error < 0) {
            try (decoder) {
                decoder.throwIfOurs(error);
                throw new BrokenException(Phrase.of("ffmpeg:decoder")
                        .with("reason", Natives.reason(error))
                        .toString());
            }
        }
        return decoder;
    }

    /** The packet to fill before {@link #send}. */
    AVPacket packet() {
        return packet;
    }

    /** The frame that {@link #receive} filled. */
    AVFrame frame() {
        return frame;
    }

    /** Hands the packet to the decoder, and empties it. */
    int send() {
        if (context.codec_id() == avcodec.AV_CODEC_ID_AV1 && packet.size() > 0) {
            int kept = Av1Sample.keep(packet.data().capacity(packet.size()).asByteBuffer());
            if (kept > 0) {
                avcodec.av_shrink_packet(packet, kept);
            }
        }
        int error = avcodec.avcodec_send_packet(context, packet);
        avcodec.av_packet_unref(packet);
        return error;
    }

    /** Signals to the decoder that there are no more packets. */
    int sendEnd() {
        return avcodec.avcodec_send_packet(context, null);
    }

    /** 0 for a frame; less where there is none yet, no more, or where it is broken. */
    int receive() {
        return avcodec.avcodec_receive_frame(context, frame);
    }

    /** Whether a decoder says that it wants more packets, or has no more frames: no error. */
    static boolean isPause(int error) {
        return error == EAGAIN || error == avutil.AVERROR_EOF();
    }

    /** Whether the frame is known to be damaged. */
    boolean isDamaged() {
        return (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0 || frame.decode_error_flags() != 0;
    }

    /** Forgets all frames, before a jump. */
    void flush() {
        avcodec.avcodec_flush_buffers(context);
    }

    /** Distinguishes what this decoder cannot or may not do from damage in the file. */
    void throwIfOurs(int error) throws StoppedException {
        if (memory.isExhausted()) {
            throwIfOutOfMemory(ENOMEM);
        }
        throwIfOutOfMemory(error);
        if (error == EINVAL || error == ERANGE) {
            throw StoppedException.lasting(Phrase.of("ffmpeg:frame-size").with("max", context.max_pixels()));
        }
        if (error == avutil.AVERROR_PATCHWELCOME() || error == ENOSYS || error == avutil.AVERROR_EXPERIMENTAL) {
            throw StoppedException.lasting(Phrase.of("ffmpeg:codec-variant"));
        }
    }

    /** Of any of FFmpeg's functions. */
    static void throwIfOutOfMemory(int error) throws StoppedException {
        if (error == ENOMEM) {
            throw new StoppedException(Phrase.of("ffmpeg:memory-limit").toString());
        }
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(context);
        memory.close();
    }
}
