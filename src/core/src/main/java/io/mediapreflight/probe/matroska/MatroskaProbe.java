package io.mediapreflight.probe.matroska;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads Matroska and WebM: the segment's information and tracks, up to the first cluster of frames. */
public final class MatroskaProbe {
    private static final String CLAUSE = "RFC 9559 5.1";

    private MatroskaProbe() {}

    /**
     * What the headers say.
     *
     * @param format which of the two it says it is
     */
    public static Probed probe(Window window, Format format) throws IOException {
        Optional<Completeness> completeness = Optional.empty();
        try {
            EbmlElement element = MatroskaSegment.find(window);
            completeness = Optional.of(completeness(window, element));
            return probed(format, MatroskaSegment.read(window, element), completeness);
        } catch (MalformedException e) {
            return new Probed(Optional.of(format), Kind.VIDEO, Optional.empty(), completeness, List.of(e.malformed()));
        }
    }

    private static Probed probed(Format format, MatroskaSegment segment, Optional<Completeness> completeness)
            throws IOException {
        List<MatroskaTrack> tracks = segment.tracks();
        Optional<MatroskaTrack> video = MatroskaTrack.reference(tracks);
        if (video.isEmpty()) {
            Kind kind = tracks.stream().anyMatch(MatroskaTrack::isAudio) ? Kind.AUDIO : Kind.OTHER;
            return new Probed(Optional.of(format), kind, Optional.empty(), completeness, List.of());
        }
        List<Malformed> defects = segment.defects(video.get());
        return new Probed(
                Optional.of(format),
                Kind.VIDEO,
                Optional.of(MatroskaFacts.of(segment, video.get())),
                completeness,
                defects);
    }

    /** The segment ends where it says, within the file. */
    private static Completeness completeness(Window window, EbmlElement segment) throws IOException {
        if (segment.end() == Long.MAX_VALUE) {
            return new Completeness.Undecided(Malformed.undecided(
                    MalformedCode.UNKNOWN_LENGTH,
                    segment.body(),
                    Phrase.of("defects:matroska.unknown-length"),
                    CLAUSE));
        }
        if (window.exists(segment.end() - 1)) {
            return new Completeness.Whole(Math.max(0, window.size().atLeast() - segment.end()));
        }
        return new Completeness.CutOff(
                segment.end() - window.size().atMost(),
                Malformed.broken(
                        MalformedCode.ELEMENT_RUNS_PAST_END,
                        segment.body(),
                        Phrase.of("defects:matroska.past-end"),
                        CLAUSE));
    }
}
