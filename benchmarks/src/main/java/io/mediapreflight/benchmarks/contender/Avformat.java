package io.mediapreflight.benchmarks.contender;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** FFmpeg's demuxer by its bindings: opened, and asked for streams only where the opening did not show a size. */
final class Avformat implements Contender {
    Avformat() {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }

    @Override
    public String name() {
        return "avformat";
    }

    @Override
    public Set<Media> reads() {
        return Media.ALL;
    }

    @Override
    public Object run(Path file) throws IOException {
        AVFormatContext context = new AVFormatContext(null);
        if (avformat.avformat_open_input(context, "file:" + file.toAbsolutePath(), null, null) < 0) {
            throw new IOException("cannot be opened");
        }
        try {
            return facts(context);
        } finally {
            avformat.avformat_close_input(context);
        }
    }

    private static Reported facts(AVFormatContext context) throws IOException {
        AVStream stream = video(context);
        if (stream.codecpar().width() == 0) {
            if (avformat.avformat_find_stream_info(context, (PointerPointer<?>) null) < 0) {
                throw new IOException("the streams cannot be read");
            }
            stream = video(context);
        }
        AVCodecParameters video = stream.codecpar();
        AVPacketSideData matrix = avcodec.av_packet_side_data_get(
                video.coded_side_data(), video.nb_coded_side_data(), avcodec.AV_PKT_DATA_DISPLAYMATRIX);
        double turned = matrix == null ? 0 : -avutil.av_display_rotation_get(new IntPointer(matrix.data()));
        return Reported.size(video.width(), video.height())
                .rotated(turned)
                .lasting(stream.duration() * avutil.av_q2d(stream.time_base()))
                .codec(avcodec.avcodec_get_name(video.codec_id()).getString());
    }

    private static AVStream video(AVFormatContext context) throws IOException {
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream stream = context.streams(i);
            if (stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO) {
                return stream;
            }
        }
        throw new IOException("no video stream");
    }

    @Override
    public Reported reported(Object result) {
        return (Reported) result;
    }
}
