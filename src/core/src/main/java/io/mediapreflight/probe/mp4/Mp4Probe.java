package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.HeaderProbe;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.box.Boxes;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads MP4 (ISO/IEC 14496-12) and QuickTime (QTFF), which share their tree of boxes: {@code moov}, wherever it lies,
 * and the headers of all other boxes at the top. What else is made of such boxes (HEIC, AVIF, M4A) is named here too.
 */
public final class Mp4Probe implements HeaderProbe {
    /** Boxes that a file may begin with. QTFF: no ftyp before 2001; a segment may begin with styp, sidx or moof. */
    private static final Set<Integer> FIRST = Set.of(
            Box.FTYP, Box.MOOV, Box.MDAT, Box.WIDE, Box.FREE, Box.SKIP, Box.PNOT, Box.STYP, Box.SIDX, Box.MOOF,
            Box.UUID);

    /**
     * Boxes that some files begin with although no standard lets them: an author's {@code udta} of PacketVideo, what QuickTime
     * left of old previews. Their names are common words, so another box must follow them.
     */
    private static final Set<Integer> FIRST_OF_FEW =
            Set.of(Box.UDTA, Box.META, Box.PDIN, Box.PRFL, Box.JUNK, Box.PICT, Box.PICT_UPPER_CASE);

    @Override
    public boolean matches(Window window) throws IOException, MalformedException {
        if (!window.has(0, 8)) {
            return false;
        }
        int type = window.i32(4);
        return type == Box.FTYP || FIRST.contains(type) || (FIRST_OF_FEW.contains(type) && isFollowed(window));
    }

    private static boolean isFollowed(Window window) throws IOException, MalformedException {
        long size = window.u32(0);
        if (size < 8 || !window.has(size, 8)) {
            return false;
        }
        int next = window.i32(size + 4);
        return FIRST.contains(next) || FIRST_OF_FEW.contains(next);
    }

    @Override
    public Probed probe(Window window) throws IOException {
        return probed(Mp4File.read(window));
    }

    private static Probed probed(Mp4File file) throws IOException {
        List<Malformed> defects = new ArrayList<>(file.content().defects());
        Optional<MediaFacts> facts = Optional.empty();
        boolean hasAudio = false;
        if (file.content().movie().isPresent()) {
            hasAudio = file.content().movie().get().hasAudio();
            try {
                Optional<Mp4Video> video =
                        Mp4Video.of(file, file.content().movie().get());
                video.ifPresent(found -> defects.addAll(found.defects()));
                facts = video.isEmpty() ? Optional.empty() : Optional.of(withOther(file, video.get(), defects));
            } catch (MalformedException e) {
                defects.add(e.malformed());
            } catch (ArithmeticException e) {
                defects.add(Malformed.undecided(
                        MalformedCode.NUMBER_TOO_LARGE,
                        0,
                        Phrase.of("defects:mp4.durations-or-sizes"),
                        "no such video exists"));
            }
        }
        return probed(file, facts, hasAudio, defects);
    }

    /** The facts with the readings of a second {@code moov}: which of the two a player takes is not known. */
    private static VideoFacts withOther(Mp4File file, Mp4Video video, List<Malformed> defects) throws IOException {
        if (file.content().otherMovie().isEmpty()) {
            return video.facts();
        }
        try {
            Optional<Mp4Video> other =
                    Mp4Video.of(file, file.content().otherMovie().get());
            if (other.isPresent() && other.get().defects().isEmpty()) {
                return video.facts().withOtherMovie(other.get().facts());
            }
            defects.add(Malformed.tolerated(
                    MalformedCode.DUPLICATE_BOX,
                    file.content().otherMovieStart(),
                    Phrase.of("defects:mp4.second-moov"),
                    Boxes.CLAUSE));
        } catch (MalformedException e) {
            defects.add(e.malformed().toleratedIn("defects:mp4.in-second-moov"));
        }
        return video.facts();
    }

    private static Probed probed(Mp4File file, Optional<MediaFacts> facts, boolean hasAudio, List<Malformed> defects) {
        Optional<Completeness> completeness = Optional.of(file.completeness());
        if (facts.isPresent()) {
            return new Probed(Optional.of(file.content().type().withVideo()), Kind.VIDEO, facts, completeness, defects);
        }
        Format format = file.content().type().withoutVideo();
        if (format.kind() != Kind.VIDEO) {
            return Probed.named(format, format.kind());
        }
        if (file.content().movie().isEmpty()) {
            Format named = file.content().isSegment() ? Format.MP4 : format;
            return new Probed(Optional.of(named), Kind.VIDEO, facts, completeness, defects);
        }
        boolean isUnreadable = defects.size() > file.content().defects().size();
        Kind kind = isUnreadable ? Kind.VIDEO : hasAudio ? Kind.AUDIO : Kind.OTHER;
        return new Probed(Optional.of(format), kind, facts, completeness, defects);
    }
}
