package io.mediapreflight.ffmpeg;

import io.mediapreflight.ffmpeg.bound.StoppedException;
import io.mediapreflight.ffmpeg.bound.Watch;
import io.mediapreflight.spec.Format;
import io.mediapreflight.text.Phrase;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;

/** A video that one of FFmpeg's demuxers for videos has opened. */
final class Demuxer implements AutoCloseable {
    /** The only demuxers that are ever opened. */
    enum Family {
        /** MP4, QuickTime and 3GP. */
        MOV("mov", "mov,mp4,m4a,3gp,3g2,mj2"),
        /** Matroska and WebM, which are one format to FFmpeg. */
        MATROSKA("matroska", "matroska,webm"),
        AVI("avi", "avi"),
        FLV("flv", "flv"),
        MPEGTS("mpegts", "mpegts"),
        MPEG("mpeg", "mpeg"),
        OGG("ogg", "ogg"),
        ASF("asf", "asf"),
        MXF("mxf", "mxf");

        /** FFmpeg's name for it. */
        private final String demuxer;

        private final String ownName;

        Family(String demuxer, String ownName) {
            this.demuxer = demuxer;
            this.ownName = ownName;
        }

        static Family of(Format format) {
            return switch (format) {
                case MKV, WEBM -> MATROSKA;
                case AVI -> AVI;
                case FLV -> FLV;
                case MPEGTS -> MPEGTS;
                case MPEG -> MPEG;
                case OGG -> OGG;
                case ASF -> ASF;
                case MXF -> MXF;
                default -> MOV;
            };
        }

        /** Whether the header says of each track what is in it; else FFmpeg has to look at the first frames. */
        boolean isDescribedByHeader() {
            return this == MOV || this == MATROSKA;
        }

        /** Whether this is what the demuxer calls itself. */
        boolean isNamed(String name) {
            return ownName.equals(name);
        }
    }

    private final AVFormatContext context;
    private final Watch watch;
    private final Family family;

    private Demuxer(AVFormatContext context, Watch watch, Family family) {
        this.context = context;
        this.watch = watch;
        this.family = family;
    }

    /**
     * What FFmpeg takes the content for, by its own probing: the name of a demuxer. Empty also where it only guesses, as it guesses
     * MP3 for want of anything better: with such a score it asks for more of the file while there is more.
     */
    static Optional<String> probe(FileInput input) {
        AVInputFormat found = new AVInputFormat((Pointer) null);
        int score = avformat.av_probe_input_buffer2(input.context(), found, "", null, 0, 0);
        avformat.avio_seek(input.context(), 0, 0);
        return score <= avformat.AVPROBE_SCORE_RETRY() || found.isNull()
                ? Optional.empty()
                : Optional.of(found.name().getString());
    }

    static Demuxer open(FileInput input, Watch watch) throws BrokenException, StoppedException {
        return open(input, watch, Family.MOV);
    }

    static Demuxer open(FileInput input, Watch watch, Family family) throws BrokenException, StoppedException {
        AVFormatContext context = avformat.avformat_alloc_context();
        context.pb(input.context());
        context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_CUSTOM_IO);
        input.interrupting(context.interrupt_callback());
        AVDictionary options = new AVDictionary((Pointer) null);
        // No protocol has this name: whatever a file refers to, nothing is opened but what was opened already.
        avutil.av_dict_set(options, "protocol_whitelist", "none", 0);
        avutil.av_dict_set(options, "format_whitelist", family.ownName, 0);
        avutil.av_dict_set(options, "enable_drefs", "0", 0);
        int error = avformat.avformat_open_input(context, "", avformat.av_find_input_format(family.demuxer), options);
        avutil.av_dict_free(options);
        if (error < 0) {
            watch.check();
            FrameDecoder.throwIfOutOfMemory(error);
            throw new BrokenException(Phrase.of("ffmpeg:not-opened")
                    .with("reason", Natives.reason(error))
                    .toString());
        }
        Demuxer demuxer = new Demuxer(context, watch, family);
        if (!family.isDescribedByHeader()) {
            demuxer.lookAtFrames();
        }
        return demuxer;
    }

    private void lookAtFrames() throws BrokenException, StoppedException {
        int error = avformat.avformat_find_stream_info(context, (AVDictionary) null);
        if (error < 0) {
            try (Demuxer closing = this) {
                closing.watch.check();
                FrameDecoder.throwIfOutOfMemory(error);
                throw new BrokenException(Phrase.of("ffmpeg:not-opened")
                        .with("reason", Natives.reason(error))
                        .toString());
            }
        }
    }

    /** Whether headers describe what is in the tracks: those are read by a probe, too. */
    boolean isDescribedByHeader() {
        return family.isDescribedByHeader();
    }

    AVFormatContext context() {
        return context;
    }

    /** Whether an index has the times at which samples are presented, not those at which they are decoded. */
    boolean isIndexByPresentation() {
        return family == Family.MATROSKA;
    }

    Watch watch() {
        return watch;
    }

    Optional<String> majorBrand() {
        AVDictionaryEntry entry = avutil.av_dict_get(context.metadata(), "major_brand", null, 0);
        return entry == null || entry.isNull()
                ? Optional.empty()
                : Optional.of(entry.value().getString());
    }

    /** The first audio track. */
    Optional<AVStream> audio() {
        for (int i = 0; i < context.nb_streams(); i++) {
            if (isAudio(context.streams(i))) {
                return Optional.of(context.streams(i));
            }
        }
        return Optional.empty();
    }

    /** The first enabled video track, else the first; cover art and timed thumbnails do not count. */
    Optional<AVStream> video() {
        Optional<AVStream> first = Optional.empty();
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream stream = context.streams(i);
            if (isVideo(stream)) {
                if ((stream.disposition() & avformat.AV_DISPOSITION_DEFAULT) != 0) {
                    return Optional.of(stream); // FFmpeg's word for the flag track_enabled of a tkhd
                }
                first = first.isPresent() ? first : Optional.of(stream);
            }
        }
        return first;
    }

    static boolean isAudio(AVStream stream) {
        return stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_AUDIO;
    }

    static boolean isVideo(AVStream stream) {
        int covers = avformat.AV_DISPOSITION_ATTACHED_PIC | avformat.AV_DISPOSITION_TIMED_THUMBNAILS;
        int codec = stream.codecpar().codec_id();
        boolean isStill = stream.nb_frames() == 1
                && (codec == avcodec.AV_CODEC_ID_MJPEG
                        || codec == avcodec.AV_CODEC_ID_PNG
                        || codec == avcodec.AV_CODEC_ID_BMP);
        return stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO
                && (stream.disposition() & covers) == 0
                && !isStill;
    }

    /** Leaves out all tracks but this one. */
    void only(AVStream stream) {
        for (int i = 0; i < context.nb_streams(); i++) {
            boolean isWanted = i == stream.index();
            context.streams(i).discard(isWanted ? avcodec.AVDISCARD_DEFAULT : avcodec.AVDISCARD_ALL);
        }
    }

    /** Goes to the last key frame at or before this time, in ticks of the track; false where that cannot be. */
    boolean seek(AVStream stream, long ticks) {
        return avformat.av_seek_frame(context, stream.index(), ticks, avformat.AVSEEK_FLAG_BACKWARD) >= 0;
    }

    @Override
    public void close() {
        avformat.avformat_close_input(context);
    }
}
