package io.mediapreflight.ffmpeg;

import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** Whether FFmpeg's decoder makes a frame of an image, as a player would have it: damage that it conceals is no objection. */
public final class FrameJudge {
    private FrameJudge() {}

    /** Why there is no frame; empty where there is one. */
    public static Optional<String> objection(Path file, boolean isPng) throws IOException {
        int id = isPng ? avcodec.AV_CODEC_ID_PNG : avcodec.AV_CODEC_ID_MJPEG;
        AVCodec codec = avcodec.avcodec_find_decoder(id);
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        context.thread_count(1);
        context.max_pixels(DecodeBounds.standard().pixels());
        AVPacket packet = avcodec.av_packet_alloc();
        AVFrame frame = avutil.av_frame_alloc();
        try {
            byte[] bytes = Files.readAllBytes(file);
            avcodec.avcodec_open2(context, codec, (AVDictionary) null);
            avcodec.av_new_packet(packet, bytes.length);
            ByteBuffer into = packet.data().capacity(bytes.length).asByteBuffer();
            into.put(bytes);
            int error = avcodec.avcodec_send_packet(context, packet);
            if (error >= 0) {
                avcodec.avcodec_send_packet(context, null);
                error = avcodec.avcodec_receive_frame(context, frame);
            }
            // A variant that FFmpeg lacks, such as 3x1 samples of a component, says nothing of the file: libjpeg shows
            // it.
            boolean isLacking = error == avutil.AVERROR_PATCHWELCOME();
            return error < 0 && !isLacking ? Optional.of(Natives.reason(error)) : Optional.empty();
        } finally {
            avutil.av_frame_free(frame);
            avcodec.av_packet_free(packet);
            avcodec.avcodec_free_context(context);
        }
    }
}
