package io.mediapreflight.ffmpeg;

import io.mediapreflight.decoder.VideoReading.Played;
import io.mediapreflight.ffmpeg.bound.StoppedException;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Phrase;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/** One walk over the frames of a track, from where the demuxer stands. */
final class DecodingPass {
    /** What is done with the frames. */
    interface Sink {
        /** Takes the next frame, and says whether to go on. */
        boolean take(AVFrame frame, Fraction at) throws StoppedException;
    }

    /** Where samples are fields, there is a frame for two of them, and none that begins with the last. */
    private static final int FIELDS = 2;

    private final Demuxer demuxer;
    private final AVStream stream;
    private final FrameDecoder decoder;
    private final Sink sink;
    private final Clock clock;
    private final EndOfSequence endOfSequence;
    private final Presentation presentation = new Presentation();
    private long packets;
    private long frames;
    private long lastDecodingTime = Long.MIN_VALUE;
    private long lastShown = Long.MIN_VALUE;
    private long newest = Long.MIN_VALUE;
    private Optional<Fraction> last = Optional.empty();
    private boolean enough;

    /** When the first frame of the video is shown, from which its times are counted. */
    static final class Clock {
        private long start = avutil.AV_NOPTS_VALUE;
    }

    DecodingPass(Demuxer demuxer, AVStream stream, FrameDecoder decoder, Clock clock, Sink sink) {
        this.demuxer = demuxer;
        this.stream = stream;
        this.decoder = decoder;
        this.clock = clock;
        this.endOfSequence = EndOfSequence.of(stream.codecpar());
        this.sink = sink;
    }

    /** How many samples were met that are to be shown. */
    long packets() {
        return packets;
    }

    long frames() {
        return frames;
    }

    /** When the last frame is shown that was decoded. */
    Optional<Fraction> last() {
        return last;
    }

    /** What the frames come to; empty where the walk ended before the last. */
    Optional<Played> played() {
        return enough ? Optional.empty() : presentation.played(stream.time_base());
    }

    void run() throws BrokenException, StoppedException {
        AVPacket packet = decoder.packet();
        while (!enough) {
            demuxer.watch().check();
            int error = avformat.av_read_frame(demuxer.context(), packet);
            if (error == avutil.AVERROR_EOF()) {
                end();
                return;
            }
            if (error < 0) {
                throw broken("ffmpeg:samples", error);
            }
            feed(packet);
        }
    }

    private void feed(AVPacket packet) throws BrokenException, StoppedException {
        if (packet.stream_index() != stream.index()) {
            avcodec.av_packet_unref(packet);
            return;
        }
        // What an edit list leaves out is decoded for what follows, and not shown.
        if ((packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) == 0 && !endOfSequence.is(packet)) {
            packets++;
            lastShown = Math.max(lastShown, packet.pts());
            // AVI has times of decoding alone.
            presentation.sample(packet.pts() == avutil.AV_NOPTS_VALUE ? packet.dts() : packet.pts());
        }
        if (packet.dts() != avutil.AV_NOPTS_VALUE) {
            lastDecodingTime = Math.max(lastDecodingTime, packet.dts());
        }
        boolean isCutOff = (packet.flags() & avcodec.AV_PKT_FLAG_CORRUPT) != 0;
        if (isCutOff) {
            demuxer.watch().check();
            throw new BrokenException(last, Phrase.of("ffmpeg:ends-in-frame").toString());
        }
        int error = decoder.send();
        if (error < 0) {
            throw broken("ffmpeg:frame", error);
        }
        receive();
    }

    private void end() throws BrokenException, StoppedException {
        demuxer.watch().check(); // a file that cannot be read ends like one that is at its end
        int error = decoder.sendEnd();
        if (error < 0 && !FrameDecoder.isPause(error)) {
            throw broken("ffmpeg:last-frames", error);
        }
        receive();
        int entries = avformat.avformat_index_get_entries_count(stream);
        AVIndexEntry entry = entries < 1 ? null : avformat.avformat_index_get_entry(stream, entries - 1);
        long latest = demuxer.isIndexByPresentation() ? lastShown : lastDecodingTime;
        if (!enough && entry != null && entry.timestamp() > latest) {
            throw new BrokenException(
                    last, Phrase.of("ffmpeg:ends-before-last-frame").toString());
        }
        if (!enough && newest < lastShown && frames * FIELDS > packets + 1) {
            throw new BrokenException(last, Phrase.of("ffmpeg:last-frame").toString());
        }
    }

    private void receive() throws BrokenException, StoppedException {
        while (!enough) {
            int error = decoder.receive();
            if (FrameDecoder.isPause(error)) {
                return;
            }
            if (error < 0) {
                throw broken("ffmpeg:frame", error);
            }
            demuxer.watch().decoded();
            demuxer.watch().check();
            frames++;
            Fraction at = time(decoder.frame());
            if (decoder.isDamaged()) {
                throw new BrokenException(
                        Optional.of(at), Phrase.of("ffmpeg:frame-damaged").toString());
            }
            last = Optional.of(at);
            presentation.frame(
                    decoder.frame().best_effort_timestamp(), decoder.frame().duration());
            enough = !sink.take(decoder.frame(), at);
        }
    }

    private Fraction time(AVFrame frame) {
        long shown = frame.best_effort_timestamp();
        if (shown == avutil.AV_NOPTS_VALUE) {
            return last.orElse(Fraction.of(0));
        }
        newest = Math.max(newest, shown);
        if (clock.start == avutil.AV_NOPTS_VALUE) {
            clock.start = shown;
        }
        long ticks = Math.max(0, shown - clock.start);
        return new Fraction(
                Math.multiplyExact(ticks, stream.time_base().num()),
                stream.time_base().den());
    }

    private BrokenException broken(String key, int error) throws StoppedException {
        demuxer.watch().check();
        decoder.throwIfOurs(error);
        return new BrokenException(
                last, Phrase.of(key).with("reason", Natives.reason(error)).toString());
    }
}
