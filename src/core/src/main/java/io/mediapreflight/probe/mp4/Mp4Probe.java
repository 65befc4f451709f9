package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.HeaderProbe;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
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

    @Override
    public boolean matches(Window window) throws IOException, MalformedException {
        if (!window.has(0, 8)) {
            return false;
        }
        int type = window.i32(4);
        return type == Box.FTYP || FIRST.contains(type);
    }

    @Override
    public Probed probe(Window window) throws IOException {
        return probed(Mp4File.read(window));
    }

    private static Probed probed(Mp4File file) throws IOException {
        List<Malformed> defects = new ArrayList<>(file.defects());
        Optional<MediaFacts> facts = Optional.empty();
        boolean hasSound = false;
        if (file.movie().isPresent()) {
            hasSound = file.movie().get().hasSound();
            try {
                Optional<Film> film = Film.of(file, file.movie().get());
                film.ifPresent(found -> defects.addAll(found.defects()));
                facts = film.map(Film::facts);
            } catch (MalformedException e) {
                defects.add(e.malformed());
            } catch (ArithmeticException e) {
                defects.add(Malformed.undecided(
                        MalformedCode.NUMBER_TOO_LARGE,
                        0,
                        "durations or sizes add up to more than 2^63",
                        "no such film exists"));
            }
        }
        return probed(file, facts, hasSound, defects);
    }

    private static Probed probed(Mp4File file, Optional<MediaFacts> facts, boolean hasSound, List<Malformed> defects) {
        Optional<Completeness> completeness = Optional.of(file.completeness());
        if (facts.isPresent()) {
            return new Probed(Optional.of(file.type().withVideo()), Kind.VIDEO, facts, completeness, defects);
        }
        Format format = file.type().withoutVideo();
        if (format.kind() != Kind.VIDEO) {
            return Probed.named(format, format.kind());
        }
        if (file.movie().isEmpty()) {
            Format named = file.isSegment() ? Format.MP4 : format;
            return new Probed(Optional.of(named), Kind.VIDEO, facts, completeness, defects);
        }
        boolean isUnreadable = defects.size() > file.defects().size();
        Kind kind = isUnreadable ? Kind.VIDEO : hasSound ? Kind.AUDIO : Kind.OTHER;
        return new Probed(Optional.of(format), kind, facts, completeness, defects);
    }
}
