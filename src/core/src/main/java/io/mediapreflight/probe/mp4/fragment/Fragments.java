package io.mediapreflight.probe.mp4.fragment;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.box.Boxes;
import io.mediapreflight.probe.mp4.movie.Movie;
import io.mediapreflight.probe.mp4.movie.SampleDefaults;
import io.mediapreflight.probe.mp4.movie.VideoTracks;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds up the samples of the movie fragments ({@code moof}, ISO/IEC 14496-12 8.8.4). All fragments are read where that can be
 * done: the indexes, {@code sidx} and {@code mfra}, cover one track each, and an audio track that is longer than the video would
 * go unseen.
 */
public final class Fragments {
    private static final String HEADER_CLAUSE = "ISO/IEC 14496-12 8.8.7";

    private final Window window;
    private final Optional<Movie> movie;
    private final Map<Long, FragmentTrack> tracks = new HashMap<>(2);
    private final FragmentData data = new FragmentData();
    private final FragmentDefects defects = new FragmentDefects();
    private long samples;
    private long number = -1;
    private boolean isNumberLeftOut;

    /** The track of the last header in this {@code moof} that names one with a {@code trex}; −1 before there is one. */
    private long trackBefore;

    /** @param movie the {@code moov} that they belong to; empty where there is none */
    public Fragments(Window window, Optional<Movie> movie) {
        this.window = window;
        this.movie = movie;
    }

    public FragmentTotal of(long trackId) {
        FragmentTrack track = tracks.get(trackId);
        return track == null ? FragmentTotal.NONE : track.total();
    }

    /** What is wrong with one that can be read nevertheless. */
    public List<Malformed> defects() {
        return defects.all();
    }

    /** How many bytes of their samples lie behind the end of the file. */
    public long missing() {
        return data.missing(window);
    }

    /**
     * Whether the file has all of their samples.
     *
     * @param before what is known of the file without them
     */
    public Completeness judge(Completeness before) throws IOException {
        return data.judge(window, before);
    }

    /** Looks at a box at the top, before it is read. */
    public void meet(Box box) {
        long run = samples == 0 ? -1 : data.misplacedBy(box, box.type() == Box.MDAT, isHeader(box.type()));
        if (run >= 0) {
            defects.add(Malformed.broken(
                    MalformedCode.SAMPLES_IN_HEADERS,
                    run,
                    Phrase.of("defects:fragment.run-past-mdat"),
                    "ISO/IEC 14496-12 8.8.8"));
        }
    }

    /** Whether a box at the top is one that holds no samples. */
    private static boolean isHeader(int type) {
        return type == Box.MOOF || type == Box.MOOV || type == Box.SIDX || type == Box.STYP || type == Box.MFRA;
    }

    /**
     * Reads a fragment.
     *
     * @param isFirst whether no media data stand in front of it
     * @return whether it has samples, which lie in an {@code mdat}
     */
    public boolean readMoof(Box moof, boolean isFirst) throws IOException, MalformedException {
        long before = samples;
        trackBefore = -1;
        data.startFragment(moof, isFirst);
        Boxes boxes = Boxes.in(window, moof);
        while (boxes.next()) {
            if (boxes.type() == Box.TRAF) {
                readTraf(boxes.box());
            } else if (boxes.type() == Box.MFHD) {
                readNumber(boxes.box());
            }
        }
        return samples > before;
    }

    private void readNumber(Box mfhd) throws IOException, MalformedException {
        long next = window.u32(mfhd.field(4, 4));
        isNumberLeftOut = number >= 0 && next > number + 1;
        number = next;
    }

    private void readTraf(Box traf) throws IOException, MalformedException {
        FragmentTrack track = null;
        SampleDefaults header = null;
        Boxes boxes = Boxes.in(window, traf);
        while (boxes.next()) {
            Box box = boxes.box();
            if (box.type() == Box.TFHD) {
                track = track(FragmentHeader.trackId(window, box));
                if (isLeftOut(box, track)) {
                    return;
                }
                header = FragmentHeader.read(window, box, track.defaults(), data);
                checkDescription(box, track, header.description());
            } else if (box.type() == Box.TFDT) {
                readTfdt(box, track == null ? new FragmentTotal() : track.total());
            } else if (box.type() == Box.TRUN) {
                if (track == null || header == null) {
                    throw new MalformedException(broken(box, Phrase.of("defects:fragment.no-header")));
                }
                samples += FragmentRun.read(window, box, header, track.total(), data, defects);
            }
        }
    }

    /**
     * Players look fragments up by their times, and do not find those that are out of order. A gap alone is silence or a standing image,
     * which the readings of the duration include; beside a number that is left out it is a fragment that was lost.
     */
    private void readTfdt(Box tfdt, FragmentTotal total) throws IOException, MalformedException {
        boolean isLong = window.u8(tfdt.field(0, 4)) == 1;
        long at = tfdt.field(4, isLong ? 8 : 4);
        long tick = isLong ? window.i64(at) : window.u32(at);
        if (isNumberLeftOut && total.leavesOut(tick)) {
            defects.add(Malformed.tolerated(
                    MalformedCode.MISSING_FRAGMENT,
                    tfdt.start(),
                    Phrase.of("defects:fragment.gap"),
                    "ISO/IEC 14496-12 8.8.5"));
        }
        boolean isOverlapping = total.overlaps(tick);
        if (!total.startAt(tick) || isOverlapping) {
            defects.add(Malformed.tolerated(
                    MalformedCode.CONTRADICTING_TABLES,
                    tfdt.start(),
                    Phrase.of("defects:fragment.order"),
                    "ISO/IEC 14496-12 8.8.12"));
        }
    }

    private FragmentTrack track(long id) {
        FragmentTrack met = tracks.get(id);
        if (met == null) {
            met = FragmentTrack.of(movie, id);
            tracks.put(id, met);
        }
        return met;
    }

    /**
     * Whether a fragment is of a track that is not there, so that players leave its samples out.
     *
     * <p>FFmpeg takes the samples of a track without {@code trex} for those of the track in front of it in the same {@code moof}: where
     * that is the video its frames are damaged, and where there is none the file does not open at all. The samples of a track that
     * has a {@code trex} and no {@code trak} it leaves out.
     */
    private boolean isLeftOut(Box tfhd, FragmentTrack named) throws MalformedException {
        if (movie.isEmpty()) {
            return false;
        }
        if (!named.hasDefaults()) {
            Phrase what = Phrase.of("defects:fragment.no-defaults").with("track", Long.toString(named.id()));
            if (trackBefore < 0 || isReference(trackBefore)) {
                throw new MalformedException(broken(tfhd, what));
            }
            warn(tfhd, what);
            return true;
        }
        trackBefore = named.isInMovie() ? named.id() : trackBefore;
        if (!named.isInMovie() && movie.get().broken().isEmpty()) {
            warn(tfhd, Phrase.of("defects:fragment.no-track").with("track", Long.toString(named.id())));
        }
        return !named.isInMovie();
    }

    /** Whether a track is the video that is judged. */
    private boolean isReference(long trackId) {
        Optional<VideoTracks> videos = VideoTracks.of(movie.orElseThrow());
        return videos.isPresent() && videos.get().referenceId() == trackId;
    }

    /** Samples whose description is not there cannot be decoded. */
    private void checkDescription(Box tfhd, FragmentTrack track, long description) {
        if (!track.isInMovie() || (description >= 1 && description <= track.descriptions())) {
            return;
        }
        Phrase what = Phrase.of("defects:fragment.description")
                .with("number", description)
                .with("count", track.descriptions());
        if (isReference(track.id())) {
            defects.add(broken(tfhd, what));
        } else {
            warn(tfhd, what);
        }
    }

    private void warn(Box box, Phrase what) {
        defects.add(Malformed.tolerated(MalformedCode.CONTRADICTING_TABLES, box.start(), what, HEADER_CLAUSE));
    }

    private static Malformed broken(Box box, Phrase what) {
        return Malformed.broken(MalformedCode.CONTRADICTING_TABLES, box.start(), what, HEADER_CLAUSE);
    }
}
