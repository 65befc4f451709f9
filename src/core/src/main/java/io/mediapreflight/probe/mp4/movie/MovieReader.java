package io.mediapreflight.probe.mp4.movie;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.box.Boxes;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Reads {@code moov}. */
public final class MovieReader {
    /** Tracks of one movie. A phone writes five, a camera with timed metadata nine. */
    static final int MAX_TRACKS = 128;

    /** What a compressed {@code moov} may be and become; 30 s at 120 frames a second need about 100 KiB. */
    static final int MAX_INFLATED = 1 << 20;

    private static final int ZLIB = Box.code("zlib");

    private final Window window;
    private final Box moov;
    private final List<Track> tracks = new ArrayList<>(2);
    private final List<Track.Broken> broken = new ArrayList<>(0);
    private final Map<Integer, Box> videosByCodec = new HashMap<>(0);
    private @Nullable MovieHeader header;
    private @Nullable Box references;
    private boolean editsBefore;
    private long headerPlace;
    private boolean fragmented;
    private long ticksWithFragments;
    private final Map<Long, SampleDefaults> defaults = new HashMap<>(0);

    /** @param moov where it lies in the file; compressed, it is read from another window */
    private MovieReader(Window window, Box moov) {
        this.window = window;
        this.moov = moov;
    }

    public static Movie read(Window window, Box moov) throws IOException, MalformedException {
        MovieReader reader = new MovieReader(window, moov);
        Boxes boxes = Boxes.in(window, moov);
        while (boxes.next()) {
            if (boxes.type() == Box.CMOV) {
                return readCompressed(window, boxes.box(), moov);
            }
            reader.readChild(boxes.box());
        }
        return reader.movie(moov.start());
    }

    private void readChild(Box box) throws IOException, MalformedException {
        if (box.type() == Box.MVHD) {
            header = MovieHeader.read(window, box);
            headerPlace = box.start();
            editsBefore = hasEdits();
        } else if (box.type() == Box.TRAK) {
            if (tracks.size() + broken.size() == MAX_TRACKS) {
                throw new MalformedException(Malformed.undecided(
                        MalformedCode.BOUND_REACHED,
                        box.start(),
                        Phrase.of("defects:movie.too-many-tracks").with("max", MAX_TRACKS),
                        "bound MAX_TRACKS"));
            }
            readTrak(box);
        } else if (box.type() == Box.MVEX) {
            readMvex(box);
        } else if (box.type() == Box.RMRA) {
            references = box;
        } else if (box.type() == Box.UUID) {
            box.field(0, Box.UUID_BYTES);
        }
    }

    /** A track that is broken takes none of the others with it: players leave it out. */
    private void readTrak(Box trak) throws IOException, MalformedException {
        TrackReader reader = new TrackReader(window, trak, moov, false);
        try {
            tracks.add(reader.read());
            if (reader.isVideoByCodec()) {
                videosByCodec.put(tracks.size() - 1, trak);
            }
        } catch (MalformedException e) {
            if (e.malformed().gravity() == Malformed.Gravity.UNDECIDED) {
                throw e;
            }
            broken.add(reader.broken(tracks.size(), e.malformed()));
        }
    }

    /** A handler that names something else is believed, but where the movie then has no video at all. */
    private void readVideosByCodec() throws IOException, MalformedException {
        if (videosByCodec.isEmpty() || hasVideo()) {
            return;
        }
        for (Map.Entry<Integer, Box> video : videosByCodec.entrySet()) {
            tracks.set(video.getKey(), new TrackReader(window, video.getValue(), moov, true).read());
        }
    }

    private boolean hasVideo() {
        for (Track track : tracks) {
            if (track.isVideo()) {
                return true;
            }
        }
        return false;
    }

    private void readMvex(Box mvex) throws IOException, MalformedException {
        fragmented = true;
        Boxes boxes = Boxes.in(window, mvex);
        while (boxes.next()) {
            Box box = boxes.box();
            if (box.type() == Box.MEHD) {
                boolean isLong = window.u8(box.field(0, 4)) == 1;
                ticksWithFragments = MovieHeader.Clock.readTicks(window, box.field(4, isLong ? 8 : 4), isLong);
            } else if (box.type() == Box.TREX) {
                long trackId = window.u32(box.field(4, 20));
                defaults.put(
                        trackId,
                        new SampleDefaults(
                                window.u32(box.body() + 8), window.u32(box.body() + 12), window.u32(box.body() + 16)));
            }
        }
    }

    private Movie movie(long start) throws IOException, MalformedException {
        if (references != null && tracks.isEmpty() && broken.isEmpty()) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.REFERENCE_MOVIE,
                    references.start(),
                    Phrase.of("defects:movie.reference"),
                    "QTFF, reference movies"));
        }
        if (header == null) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.MISSING_BOX, start, Phrase.of("defects:movie.no-header"), "ISO/IEC 14496-12 8.2.2"));
        }
        Optional<Fraction> withFragments = ticksWithFragments == 0
                ? Optional.empty()
                : Optional.of(new Fraction(ticksWithFragments, header.timescale()));
        readVideosByCodec();
        addEditDefects();
        return new Movie(header, tracks, broken, fragmented, withFragments, defaults);
    }

    private boolean hasEdits() {
        for (Track track : tracks) {
            if (!track.edits().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** What is wrong with edit lists in this movie. */
    private void addEditDefects() {
        for (int i = 0; i < tracks.size(); i++) {
            EditList edits = tracks.get(i).edits();
            if (edits.showsNothing() && !fragmented) {
                addDefect(i, MalformedCode.CONTRADICTING_TABLES, Phrase.of("defects:movie.empty-edit"));
            }
            if (edits.claimsMore()) {
                addDefect(i, MalformedCode.TABLE_RUNS_PAST_BOX, Phrase.of("defects:movie.edits-short"));
            }
            if (editsBefore && !edits.isEmpty()) {
                // FFmpeg takes the edits on the clock that it has read by then: it has none.
                addDefect(i, MalformedCode.CONTRADICTING_TABLES, Phrase.of("defects:movie.header-after-edits"));
            }
        }
    }

    private void addDefect(int track, MalformedCode code, Phrase what) {
        Malformed defect = Malformed.tolerated(code, headerPlace, what, "ISO/IEC 14496-12 8.6.6");
        tracks.set(track, tracks.get(track).withDefect(defect));
    }

    /** A {@code moov} that is compressed as a whole (QTFF, "Compressed movie resources"). */
    private static Movie readCompressed(Window window, Box cmov, Box moov) throws IOException, MalformedException {
        byte[] inflated = new byte[0];
        Boxes boxes = Boxes.in(window, cmov);
        while (boxes.next()) {
            Box box = boxes.box();
            if (box.type() == Box.DCOM && window.i32(box.field(0, 4)) != ZLIB) {
                throw new MalformedException(Malformed.undecided(
                        MalformedCode.COMPRESSED_MOOV,
                        box.start(),
                        Phrase.of("defects:movie.not-zlib"),
                        "QTFF, compressed movie resources"));
            } else if (box.type() == Box.CMVD) {
                inflated = inflate(window, box);
            }
        }
        Window inside = new Window(BytesSource.of(inflated), ByteBuffer.allocate(Window.CAPACITY));
        Boxes movies = new Boxes(inside, 0, inflated.length);
        if (!movies.next() || movies.type() != Box.MOOV) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.COMPRESSED_MOOV,
                    cmov.start(),
                    Phrase.of("defects:movie.compressed-empty"),
                    "QTFF, compressed movie resources"));
        }
        MovieReader reader = new MovieReader(inside, moov);
        Boxes children = Boxes.in(inside, movies.box());
        while (children.next()) {
            reader.readChild(children.box());
        }
        return reader.movie(cmov.start());
    }

    private static byte[] inflate(Window window, Box cmvd) throws IOException, MalformedException {
        long from = cmvd.field(4, 0);
        if (cmvd.end() - from > MAX_INFLATED) {
            throw tooLarge(cmvd);
        }
        Inflater inflater = new Inflater();
        byte[] inflated = new byte[Window.CAPACITY];
        int length = 0;
        try {
            for (long at = from; at < cmvd.end() && !inflater.finished(); at += Window.CAPACITY) {
                inflater.setInput(window.bytes(at, (int) Math.min(Window.CAPACITY, cmvd.end() - at)));
                while (!inflater.needsInput() && !inflater.finished()) {
                    if (length == inflated.length) {
                        inflated = grown(inflated, cmvd);
                    }
                    int more = inflater.inflate(inflated, length, inflated.length - length);
                    if (more == 0 && inflater.needsDictionary()) {
                        throw new DataFormatException();
                    }
                    length += more;
                }
            }
        } catch (DataFormatException e) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.COMPRESSED_MOOV,
                    cmvd.start(),
                    Phrase.of("defects:movie.not-inflatable"),
                    "RFC 1950"));
        } finally {
            inflater.end();
        }
        return Arrays.copyOf(inflated, length);
    }

    /** Grows with what has really come out, never to a size that the file declares. */
    private static byte[] grown(byte[] inflated, Box cmvd) throws MalformedException {
        if (inflated.length >= MAX_INFLATED) {
            throw tooLarge(cmvd);
        }
        return Arrays.copyOf(inflated, inflated.length * 2);
    }

    private static MalformedException tooLarge(Box cmvd) {
        return new MalformedException(Malformed.undecided(
                MalformedCode.BOUND_REACHED,
                cmvd.start(),
                Phrase.of("defects:movie.compressed-size").with("max", MAX_INFLATED),
                "bound MAX_INFLATED"));
    }
}
