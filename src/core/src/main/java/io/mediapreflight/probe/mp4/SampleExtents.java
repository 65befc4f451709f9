package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.box.Boxes;
import io.mediapreflight.probe.mp4.movie.Movie;
import io.mediapreflight.probe.mp4.movie.Track;
import io.mediapreflight.probe.mp4.table.ChunkOffsets;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the samples that the tables of {@code moov} list are there: the last chunk of every track must begin in the file,
 * and not in {@code moov} itself or another header, and end in it as far as the sizes of its samples were seen.
 */
final class SampleExtents {
    private final Window window;
    private final List<Box> movieBoxes;
    private final List<Box> headers;
    private long end;

    /**
     * @param movieBoxes where each {@code moov} lies: no sample does there
     * @param headers what else holds no frame
     */
    SampleExtents(Window window, List<Box> movieBoxes, List<Box> headers) {
        this.window = window;
        this.movieBoxes = movieBoxes;
        this.headers = headers;
    }

    /**
     * @param before what the boxes say of the file
     * @param trailer what stands behind them
     */
    Completeness judge(List<Movie> movies, Completeness before, @Nullable Trailer trailer) throws IOException {
        for (Track track : movies.get(0).tracks()) {
            if (!track.external()) {
                Completeness ofTrack = ofTrack(track);
                if (!(ofTrack instanceof Completeness.Whole)) {
                    return ofTrack;
                }
            }
        }
        if (trailer == null) {
            return before;
        }
        boolean isWhole = movies.get(0).fragmented() ? trailer.isText() : end > 0 && end <= trailer.start();
        return isWhole ? new Completeness.Whole(window.size().atMost() - trailer.start()) : before;
    }

    private Completeness ofTrack(Track track) throws IOException {
        if (track.samples().chunkOffsets().isEmpty()) {
            return Completeness.Whole.EXACT;
        }
        ChunkOffsets chunks = track.samples().chunkOffsets().get();
        long chunk = chunks.last();
        long lastByte = Math.max(0, track.samples().bytesOfLastChunk(track.isVideo()) - 1);
        if (chunk < 0 || !window.exists(chunk)) {
            return cutOff(chunk, Phrase.of("defects:samples.last-chunk"));
        }
        if (lastByte > Long.MAX_VALUE - chunk || !window.exists(chunk + lastByte)) {
            return cutOff(chunk + lastByte, Phrase.of("defects:samples.last-samples"));
        }
        long furthest = chunks.furthest();
        if (furthest < 0 || !window.exists(furthest)) {
            return cutOff(furthest, Phrase.of("defects:samples.chunk"));
        }
        long behind = track.samples().end();
        if (behind > 0 && !window.exists(behind - 1)) {
            return cutOff(behind - 1, Phrase.of("defects:samples.samples"));
        }
        if (chunks.isInMovie() || isIn(movieBoxes, chunks.first()) || isIn(movieBoxes, chunk)) {
            return inHeaders(chunk, Phrase.of("defects:samples.chunk-in-moov"));
        }
        if (reachesMovie(chunk, chunk + lastByte) || reachesMovie(furthest, behind - 1)) {
            return inHeaders(chunk, Phrase.of("defects:samples.reach-into-moov"));
        }
        // Texts and metadata without a sample of use may point anywhere; where audio lies wrong, all media were moved.
        if ((track.isVideo() || track.isAudio()) && (isIn(headers, chunks.first()) || isIn(headers, chunk))) {
            return inHeaders(chunks.first(), Phrase.of("defects:samples.chunk-in-header"));
        }
        end = Math.max(end, Math.max(behind, Math.max(furthest, chunk + lastByte) + 1));
        return Completeness.Whole.EXACT;
    }

    /** Media data that were cut short have what follows them moved up: samples that begin in them end in the next box. */
    private boolean reachesMovie(long chunk, long lastByte) {
        for (Box box : movieBoxes) {
            if (chunk < box.start() && lastByte >= box.start()) {
                return true;
            }
        }
        return false;
    }

    private static Completeness inHeaders(long chunk, Phrase what) {
        return new Completeness.CutOff(
                0, Malformed.broken(MalformedCode.SAMPLES_IN_HEADERS, chunk, what, "ISO/IEC 14496-12 8.7.5"));
    }

    private static boolean isIn(List<Box> boxes, long offset) {
        for (Box box : boxes) {
            if (offset >= box.start() && offset < box.end()) {
                return true;
            }
        }
        return false;
    }

    /** @param needed the offset of a byte that is not there; negative where it is 2⁶³ or more */
    private Completeness cutOff(long needed, Phrase what) {
        long there = window.size().atMost();
        long missing = needed < 0 ? 0 : needed - there + 1;
        return new Completeness.CutOff(
                missing, Malformed.broken(MalformedCode.SAMPLES_BEHIND_END, there, what, Boxes.CLAUSE));
    }
}
