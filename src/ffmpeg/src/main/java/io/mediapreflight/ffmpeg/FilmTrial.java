package io.mediapreflight.ffmpeg;

import io.mediapreflight.ffmpeg.FilmPass.Sink;
import io.mediapreflight.ffmpeg.PictureDecoder.Care;
import io.mediapreflight.ffmpeg.bound.StoppedException;
import io.mediapreflight.opinion.Decoding;
import io.mediapreflight.opinion.Decoding.Decoded;
import io.mediapreflight.opinion.Decoding.Undecided;
import io.mediapreflight.opinion.Depth;
import io.mediapreflight.opinion.VideoReading.Played;
import io.mediapreflight.probe.PictureSize;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avformat;

/** Tries whether a film decodes. */
final class FilmTrial {
    /** A sample may hold a field, or a picture that is never shown; where there is less than one for two, pictures are missing. */
    private static final int SAMPLES_PER_PICTURE = 2;

    private final Demuxer demuxer;
    private final AVStream stream;
    private final FilmPass.Clock clock = new FilmPass.Clock();
    private Optional<PictureSize> size = Optional.empty();
    private Optional<Played> played = Optional.empty();
    private long pictures;

    FilmTrial(Demuxer demuxer, AVStream stream) {
        this.demuxer = demuxer;
        this.stream = stream;
        demuxer.only(stream);
    }

    /** The size of the first picture, once one was decoded. */
    Optional<PictureSize> size() {
        return size;
    }

    /** What the frames come to, where all of them were decoded. */
    Optional<Played> played() {
        return played;
    }

    /** @param show where all pictures go, in the order in which they are shown; empty where nobody looks at them */
    Decoding run(Depth depth, Optional<Sink> show) {
        try {
            if (depth == Depth.EVERY_PICTURE) {
                whole(Care.STRICT, show);
            } else if (show.isPresent()) {
                whole(Care.CHEAP, show); // who sees every picture sees both ends
            } else {
                ends();
            }
            return new Decoded(depth, pictures);
        } catch (BrokenException e) {
            return e.broken();
        } catch (StoppedException e) {
            return new Undecided(e.why());
        }
    }

    /** Decodes the first picture alone. */
    Decoding first() {
        try (PictureDecoder decoder = decoder(Care.STRICT)) {
            first(decoder);
            return new Decoded(Depth.ENDS, pictures);
        } catch (BrokenException e) {
            return e.broken();
        } catch (StoppedException e) {
            return new Undecided(e.why());
        }
    }

    private void first(PictureDecoder decoder) throws BrokenException, StoppedException {
        FilmPass first = pass(decoder, false);
        first.run();
        if (first.pictures() == 0) {
            throw new BrokenException("no picture can be decoded");
        }
        pictures = first.pictures();
    }

    private void ends() throws BrokenException, StoppedException {
        try (PictureDecoder decoder = decoder(Care.STRICT)) {
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
     * Decodes from the last key picture on. A decoder that jumps may miss what the pictures before would have told it: where this
     * fails, only decoding from the start tells whether it is the file's fault.
     */
    private boolean reachesEnd(PictureDecoder decoder, int entries) throws StoppedException {
        long target = avformat.avformat_index_get_entry(stream, entries - 1).timestamp();
        if (!demuxer.seek(stream, target)) {
            return false;
        }
        decoder.flush();
        FilmPass tail = pass(decoder, true);
        try {
            tail.run();
        } catch (BrokenException e) {
            return false;
        }
        pictures += tail.pictures();
        return tail.pictures() > 0;
    }

    private void whole(Care care, Optional<Sink> show) throws BrokenException, StoppedException {
        try (PictureDecoder decoder = decoder(care)) {
            FilmPass pass = new FilmPass(demuxer, stream, decoder, clock, (picture, at) -> {
                note(picture);
                return show.isEmpty() || show.get().take(picture, at);
            });
            pass.run();
            if (pass.pictures() == 0) {
                throw new BrokenException("no picture can be decoded");
            }
            if (pass.pictures() * SAMPLES_PER_PICTURE < pass.packets()) {
                throw new BrokenException(
                        pass.last(), "only " + pass.pictures() + " of " + pass.packets() + " pictures can be decoded");
            }
            pictures = pass.pictures();
            played = pass.played();
        }
    }

    private FilmPass pass(PictureDecoder decoder, boolean goOn) {
        return new FilmPass(demuxer, stream, decoder, clock, (picture, at) -> {
            note(picture);
            return goOn;
        });
    }

    private void note(AVFrame picture) {
        if (size.isEmpty() && picture.width() > 0 && picture.height() > 0) {
            size = Optional.of(PictureSize.of(picture.width(), picture.height()));
        }
    }

    private void rewind() {
        int entries = avformat.avformat_index_get_entries_count(stream);
        demuxer.seek(
                stream,
                entries > 0 ? avformat.avformat_index_get_entry(stream, 0).timestamp() : 0);
    }

    private PictureDecoder decoder(Care care) throws BrokenException, StoppedException {
        return PictureDecoder.of(
                stream.codecpar(), stream.time_base(), care, demuxer.watch().bounds());
    }
}
