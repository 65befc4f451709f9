package io.mediapreflight.probe.matroska;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The segment: what stands before its first cluster, and what its index of elements names behind that (RFC 9559 5.1). */
final class MatroskaSegment {
    static final long NANOSECONDS = 1_000_000_000;

    private static final int SEGMENT = 0x18538067;
    private static final int SEEK_HEAD = 0x114D9B74;
    private static final int SEEK = 0x4DBB;
    private static final int SEEK_ID = 0x53AB;
    private static final int SEEK_POSITION = 0x53AC;
    private static final int INFO = 0x1549A966;
    private static final int TIMESTAMP_SCALE = 0x2AD7B1;
    private static final int DURATION = 0x4489;
    private static final int TRACKS = 0x1654AE6B;
    private static final int TRACK_ENTRY = 0xAE;
    private static final int TAGS = 0x1254C367;
    private static final int CLUSTER = 0x1F43B675;

    /** Elements that may stand between the header and the segment: room, a checksum. */
    private static final int MAX_BEFORE = 16;

    private static final String CLAUSE = "RFC 9559 5.1";

    private final Window window;
    private final EbmlElement segment;

    /** The first of each kind. */
    private final Map<Integer, EbmlElement> elements = new HashMap<>();

    private final List<MatroskaTrack> tracks = new ArrayList<>();
    private boolean reachedEnd;
    private long timestampScale = 1_000_000;
    private double duration;

    private MatroskaSegment(Window window, EbmlElement segment) {
        this.window = window;
        this.segment = segment;
    }

    static EbmlElement find(Window window) throws IOException, MalformedException {
        Optional<EbmlElement> element = EbmlElement.at(window, 0);
        if (element.isPresent()) {
            EbmlElements header = new EbmlElements(window, element.get());
            while (header.next()) {
                // FFmpeg opens no file whose header cannot be gone through.
            }
        }
        for (int i = 0; i < MAX_BEFORE && element.isPresent(); i++) {
            if (element.get().id() == SEGMENT) {
                return element.get();
            }
            element = EbmlElement.at(window, element.get().end());
        }
        throw missing(0, Phrase.of("defects:matroska.no-segment"));
    }

    static MatroskaSegment read(Window window, EbmlElement element) throws IOException, MalformedException {
        MatroskaSegment segment = new MatroskaSegment(window, element);
        segment.readUpToCluster();
        segment.readIndex();
        segment.readInformation();
        segment.readTracks();
        return segment;
    }

    private void readUpToCluster() throws IOException, MalformedException {
        EbmlElements children = new EbmlElements(window, segment);
        while (children.next()) {
            elements.putIfAbsent(children.id(), children.element());
            if (children.id() == CLUSTER || children.nextOffset() == Long.MAX_VALUE) {
                return;
            }
        }
        reachedEnd = true;
    }

    /** Follows the index to what did not come before the first cluster: one look at each. */
    private void readIndex() throws IOException, MalformedException {
        if (!elements.containsKey(SEEK_HEAD)) {
            return;
        }
        EbmlElements entries = new EbmlElements(window, elements.get(SEEK_HEAD));
        Map<Integer, Long> positions = new HashMap<>();
        while (entries.next()) {
            if (entries.id() == SEEK) {
                readIndexEntry(entries.element(), positions);
            }
        }
        for (int id : List.of(INFO, TRACKS, TAGS)) {
            Long position = positions.get(id);
            if (position != null && !elements.containsKey(id) && position < Long.MAX_VALUE - segment.body()) {
                EbmlElement.at(window, segment.body() + position)
                        .filter(found -> found.id() == id && found.end() <= segment.end())
                        .ifPresent(found -> elements.put(id, found));
            }
        }
    }

    private void readIndexEntry(EbmlElement seek, Map<Integer, Long> positions) throws IOException, MalformedException {
        EbmlElements fields = new EbmlElements(window, seek);
        long id = 0;
        long position = -1;
        while (fields.next()) {
            if (fields.id() == SEEK_ID) {
                id = fields.number();
            } else if (fields.id() == SEEK_POSITION) {
                position = fields.number();
            }
        }
        if (position >= 0) {
            positions.putIfAbsent((int) id, position);
        }
    }

    private void readInformation() throws IOException, MalformedException {
        if (!elements.containsKey(INFO)) {
            return;
        }
        EbmlElements fields = new EbmlElements(window, elements.get(INFO));
        while (fields.next()) {
            if (fields.id() == TIMESTAMP_SCALE) {
                timestampScale = fields.number();
            } else if (fields.id() == DURATION) {
                duration = fields.real();
            }
        }
    }

    private void readTracks() throws IOException, MalformedException {
        EbmlElement list = elements.get(TRACKS);
        if (list == null) {
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.MISSING_TRACKS,
                    segment.body(),
                    Phrase.of("defects:matroska.no-tracks"),
                    "RFC 9559 5.1.4"));
        }
        window.prefetch(list.body(), Window.CAPACITY);
        EbmlElements entries = new EbmlElements(window, list);
        while (entries.next()) {
            if (entries.id() == TRACK_ENTRY) {
                tracks.add(MatroskaTrack.read(window, entries.element()));
            }
        }
    }

    List<MatroskaTrack> tracks() {
        return tracks;
    }

    /** By the header; empty where it says nothing, or no number that a duration can be. */
    Optional<Fraction> seconds() {
        if (!(duration > 0) || Double.isInfinite(duration) || timestampScale <= 0) {
            return Optional.empty();
        }
        BigDecimal nanoseconds = new BigDecimal(duration)
                .multiply(BigDecimal.valueOf(timestampScale))
                .setScale(0, RoundingMode.HALF_UP);
        boolean isSane = nanoseconds.signum() > 0 && nanoseconds.precision() - nanoseconds.scale() <= 18;
        return isSane
                ? Optional.of(new Fraction(nanoseconds.longValueExact(), NANOSECONDS).reduced())
                : Optional.empty();
    }

    /** What statistics that some writers leave say of a track; empty where there are none that can be read. */
    Optional<Fraction> seconds(MatroskaTrack track) throws IOException {
        try {
            return elements.containsKey(TAGS)
                    ? MatroskaTags.seconds(window, elements.get(TAGS), track.uid())
                    : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty(); // tags that cannot be read do not make the video unreadable
        }
    }

    List<Malformed> defects(MatroskaTrack video) {
        List<Malformed> defects = new ArrayList<>(0);
        if (video.isEncrypted()) {
            defects.add(broken(MalformedCode.ENCRYPTED, Phrase.of("defects:matroska.encrypted")));
        }
        if (video.video().coded().isEmpty()) {
            defects.add(broken(MalformedCode.MISSING_DIMENSIONS, Phrase.of("defects:matroska.no-size")));
        }
        if (video.video().isCroppedAway()) {
            defects.add(broken(MalformedCode.DIMENSION_OUT_OF_RANGE, Phrase.of("defects:matroska.cropped-away")));
        }
        if (reachedEnd && !elements.containsKey(CLUSTER)) {
            defects.add(broken(MalformedCode.NO_SAMPLES, Phrase.of("defects:matroska.no-cluster")));
        }
        return defects;
    }

    private Malformed broken(MalformedCode code, Phrase what) {
        return Malformed.broken(code, segment.body(), what, CLAUSE);
    }

    private static MalformedException missing(long offset, Phrase what) {
        return new MalformedException(Malformed.broken(MalformedCode.MISSING_TRACKS, offset, what, CLAUSE));
    }
}
