package io.mediapreflight.ffmpeg;

import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Decoding.Decoded;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.VideoReading.Played;
import io.mediapreflight.ffmpeg.DecodingPass.Sink;
import io.mediapreflight.ffmpeg.FrameDecoder.Care;
import io.mediapreflight.ffmpeg.bound.StoppedException;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.text.Phrase;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avformat;

/** Tries whether a video decodes. */
final class VideoTrial {
    /** A sample may hold a field, or a frame that is never shown; where there is less than one for two, frames are missing. */
    private static final int SAMPLES_PER_FRAME = 2;

    private final Demuxer demuxer;
    private final AVStream stream;
    private final DecodingPass.Clock clock = new DecodingPass.Clock();
    private Optional<PixelSize> size = Optional.empty();
    private Optional<Played> played = Optional.empty();
    private long frames;

    VideoTrial(Demuxer demuxer, AVStream stream) {
        this.demuxer = demuxer;
        this.stream = stream;
        demuxer.only(stream);
    }

    /** The size of the first frame, once one was decoded. */
    Optional<PixelSize> size() {
        return size;
    }

    /** What the frames come to, where all of them were decoded. */
    Optional<Played> played() {
        return played;
    }

    /** @param show where all frames go, in the order in which they are shown; empty where they are not looked at */
    Decoding run(Depth depth, Optional<Sink> show) {
        try {
            if (depth == Depth.EVERY_FRAME) {
                whole(Care.STRICT, show);
            } else if (show.isPresent()) {
                whole(Care.CHEAP, show); // who sees every frame sees both ends
            } else {
                ends();
            }
            return new Decoded(depth, frames);
        } catch (BrokenException e) {
            return e.broken();
        } catch (StoppedException e) {
            return e.undecided();
        }
    }

    /** Decodes the first frame alone. */
    Decoding first() {
        try (FrameDecoder decoder = decoder(Care.STRICT)) {
            first(decoder);
            return new Decoded(Depth.ENDS, frames);
        } catch (BrokenException e) {
            return e.broken();
        } catch (StoppedException e) {
            return e.undecided();
        }
    }

    private void first(FrameDecoder decoder) throws BrokenException, StoppedException {
        DecodingPass first = pass(decoder, false);
        first.run();
        if (first.frames() == 0) {
            throw new BrokenException(Phrase.of("ffmpeg:no-frame").toString());
        }
        frames = first.frames();
    }

    private void ends() throws BrokenException, StoppedException {
        try (FrameDecoder decoder = decoder(Care.STRICT)) {
            first(decoder);
            int entries = avformat.avformat_index_get_entries_count(stream);
            if (entries > 0 && reachesEnd(decoder, entries)) {
                return;
            }
        }
        rewind();
        whole(Care.STRICT, Optional.empty());
    }

    /**
     * Decodes from the last key frame on. A decoder that jumps may miss what the frames before would have given it: where this
     * fails, only decoding from the start shows whether the file is at fault.
     */
    private boolean reachesEnd(FrameDecoder decoder, int entries) throws StoppedException {
        long target = avformat.avformat_index_get_entry(stream, entries - 1).timestamp();
        if (!demuxer.seek(stream, target)) {
            return false;
        }
        decoder.flush();
        DecodingPass tail = pass(decoder, true);
        try {
            tail.run();
        } catch (BrokenException e) {
            return false;
        }
        frames += tail.frames();
        return tail.frames() > 0;
    }

    private void whole(Care care, Optional<Sink> show) throws BrokenException, StoppedException {
        try (FrameDecoder decoder = decoder(care)) {
            DecodingPass pass = new DecodingPass(demuxer, stream, decoder, clock, (frame, at) -> {
                note(frame);
                return show.isEmpty() || show.get().take(frame, at);
            });
            pass.run();
            if (pass.frames() == 0) {
                throw new BrokenException(Phrase.of("ffmpeg:no-frame").toString());
            }
            if (pass.frames() * SAMPLES_PER_FRAME < pass.packets()) {
                throw new BrokenException(
                        pass.last(),
                        Phrase.of("ffmpeg:some-frames")
                                .with("frames", pass.frames())
                                .with("count", pass.packets())
                                .toString());
            }
            frames = pass.frames();
            played = pass.played();
        }
    }

    private DecodingPass pass(FrameDecoder decoder, boolean goOn) {
        return new DecodingPass(demuxer, stream, decoder, clock, (frame, at) -> {
            note(frame);
            return goOn;
        });
    }

    private void note(AVFrame frame) {
        if (size.isEmpty() && frame.width() > 0 && frame.height() > 0) {
            size = Optional.of(PixelSize.of(frame.width(), frame.height()));
        }
    }

    private void rewind() {
        int entries = avformat.avformat_index_get_entries_count(stream);
        demuxer.seek(
                stream,
                entries > 0 ? avformat.avformat_index_get_entry(stream, 0).timestamp() : 0);
    }

    private FrameDecoder decoder(Care care) throws BrokenException, StoppedException {
        return FrameDecoder.of(
                stream.codecpar(), stream.time_base(), care, demuxer.watch().bounds());
    }
}
