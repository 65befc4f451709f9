package io.mediapreflight.ffmpeg;

import io.mediapreflight.ffmpeg.agreement.HeaderCoding;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;

/**
 * How a video is coded as FFmpeg knows it after it has looked at the first frames, and as the times of all packets say: by the names that
 * {@link HeaderCoding} has, each as text.
 */
public final class DecoderCoding {
    private static final int LOG_NOTHING = -8;
    private static final int SIMPLE_LEVEL_0 = 8;

    private final AVFormatContext context;
    private final Map<String, String> facts = new TreeMap<>();

    private DecoderCoding(AVFormatContext context) {
        this.context = context;
    }

    /** Nothing where FFmpeg cannot open the file, or finds no video in it. */
    public static Map<String, String> read(Path file) {
        Natives.load();
        avutil.av_log_set_level(LOG_NOTHING);
        AVFormatContext context = avformat.avformat_alloc_context();
        AVDictionary options = new AVDictionary((Pointer) null);
        // Packets that an edit leaves out are in the tables nevertheless.
        avutil.av_dict_set(options, "ignore_editlist", "1", 0);
        int error = avformat.avformat_open_input(context, file.toString(), null, options);
        avutil.av_dict_free(options);
        if (error < 0) {
            return Map.of();
        }
        try {
            avformat.avformat_find_stream_info(context, (AVDictionary) null);
            DecoderCoding coding = new DecoderCoding(context);
            coding.video().ifPresent(coding::readVideo);
            coding.readAudio();
            return coding.facts;
        } finally {
            avformat.avformat_close_input(context);
        }
    }

    private Optional<AVStream> video() {
        Optional<AVStream> first = Optional.empty();
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream stream = context.streams(i);
            if (Demuxer.isVideo(stream)) {
                if ((stream.disposition() & avformat.AV_DISPOSITION_DEFAULT) != 0) {
                    return Optional.of(stream);
                }
                first = first.isPresent() ? first : Optional.of(stream);
            }
        }
        return first;
    }

    private void readVideo(AVStream stream) {
        AVCodecParameters parameters = stream.codecpar();
        readProfile(parameters);
        readFormat(parameters.format());
        readTransfer(parameters.color_trc());
        fraction("frameRate", stream.avg_frame_rate());
        AVRational ratio = stream.sample_aspect_ratio();
        fraction("sampleAspectRatio", ratio.num() > 0 ? ratio : parameters.sample_aspect_ratio());
        if (parameters.field_order() != avcodec.AV_FIELD_UNKNOWN) {
            facts.put("interlaced", String.valueOf(parameters.field_order() != avcodec.AV_FIELD_PROGRESSIVE));
        }
        readPackets(stream);
    }

    private void readProfile(AVCodecParameters parameters) {
        int profile = parameters.profile();
        int level = parameters.level();
        String name = avcodec.avcodec_get_name(parameters.codec_id()).getString();
        if (profile < 0 || level < 0) {
            return;
        }
        switch (name) {
            case "h264", "hevc", "av1" -> facts.put("profile", (profile & 0xFF) + "/" + level);
            case "mpeg4" -> facts.put("profile", visual(profile, level) + "/");
            default -> {}
        }
    }

    /** MPEG-4 Visual has both in one number; level 0 of the profile Simple, which is 8 there, FFmpeg calls 0. */
    private static int visual(int profile, int level) {
        return profile == 0 && level == 0 ? SIMPLE_LEVEL_0 : profile << 4 | level;
    }

    private void readFormat(int format) {
        AVPixFmtDescriptor pixels = avutil.av_pix_fmt_desc_get(format);
        if (pixels == null || pixels.isNull()) {
            return;
        }
        facts.put("bitDepth", String.valueOf(pixels.comp(0).depth()));
        boolean isRgb = (pixels.flags() & (avutil.AV_PIX_FMT_FLAG_RGB | avutil.AV_PIX_FMT_FLAG_PAL)) != 0;
        if (!isRgb) {
            boolean isGray = pixels.nb_components() < 3;
            int across = pixels.log2_chroma_w();
            int down = pixels.log2_chroma_h();
            facts.put(
                    "chromaSubsampling",
                    isGray ? "4:0:0" : across == 0 ? "4:4:4" : across == 2 ? "4:1:1" : down == 0 ? "4:2:2" : "4:2:0");
        }
    }

    private void readTransfer(int code) {
        if (code != avutil.AVCOL_TRC_UNSPECIFIED
                && code != avutil.AVCOL_TRC_RESERVED0
                && code != avutil.AVCOL_TRC_RESERVED) {
            facts.put(
                    "transfer",
                    code == avutil.AVCOL_TRC_SMPTE2084 ? "pq" : code == avutil.AVCOL_TRC_ARIB_STD_B67 ? "hlg" : "sdr");
        }
    }

    private void readAudio() {
        for (int i = 0; i < context.nb_streams(); i++) {
            AVCodecParameters parameters = context.streams(i).codecpar();
            if (parameters.codec_type() == avutil.AVMEDIA_TYPE_AUDIO) {
                if (parameters.codec_tag() != 0) {
                    facts.put("audioCodec", FourCc.text(parameters.codec_tag()));
                }
                if (parameters.ch_layout().nb_channels() > 0) {
                    facts.put(
                            "audioChannels",
                            String.valueOf(parameters.ch_layout().nb_channels()));
                }
                return;
            }
        }
    }

    /** Of the whole file: how many packets there are, and whether they follow each other evenly. */
    private void readPackets(AVStream stream) {
        long count = 0;
        long before = avutil.AV_NOPTS_VALUE;
        long shortest = Long.MAX_VALUE;
        long longest = 0;
        long step = -1;
        AVPacket packet = avcodec.av_packet_alloc();
        while (avformat.av_read_frame(context, packet) >= 0) {
            if (packet.stream_index() == stream.index()) {
                count++;
                // The last packet's own duration does not count, so a step is compared once the next one has come.
                if (step >= 0) {
                    shortest = Math.min(shortest, step);
                    longest = Math.max(longest, step);
                }
                step = before == avutil.AV_NOPTS_VALUE ? -1 : packet.dts() - before;
                before = packet.dts();
            }
            avcodec.av_packet_unref(packet);
        }
        avcodec.av_packet_free(packet);
        if (step >= 0) {
            shortest = Math.min(shortest, step);
            longest = Math.max(longest, step);
        }
        facts.put("frameCount", String.valueOf(count));
        facts.put("variableFrameRate", String.valueOf(longest - shortest > 1));
    }

    private void fraction(String name, AVRational value) {
        if (value.num() > 0 && value.den() > 0) {
            facts.put(name, HeaderCoding.rounded(value.num(), value.den()));
        }
    }
}
