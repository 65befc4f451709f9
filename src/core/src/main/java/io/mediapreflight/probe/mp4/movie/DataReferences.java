package io.mediapreflight.probe.mp4.movie;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.box.Boxes;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * {@code dinf} and its {@code dref} (ISO/IEC 14496-12 8.7.2): where the samples of a track lie.
 *
 * @param external the entries, counted from 1, that name another file
 */
public record DataReferences(Set<Integer> external) {
    static final DataReferences NONE = new DataReferences(Set.of());

    private static final String CLAUSE = "ISO/IEC 14496-12 8.7.2";
    private static final int SELF_CONTAINED = 1;
    private static final int VERSION_AND_COUNT = 8;
    private static final int VERSION = 4;

    static DataReferences read(Window window, Box dinf) throws IOException, MalformedException {
        Boxes boxes = Boxes.in(window, dinf);
        while (boxes.next()) {
            if (boxes.type() == Box.DREF) {
                return readDref(window, boxes.box());
            }
        }
        return NONE;
    }

    private static DataReferences readDref(Window window, Box dref) throws IOException, MalformedException {
        dref.version(window, 0);
        long first = dref.field(0, VERSION_AND_COUNT) + VERSION_AND_COUNT;
        long count = window.u32(dref.body() + VERSION);
        Boxes entries = new Boxes(window, first, dref.end());
        Set<Integer> external = Set.of();
        int met = 0;
        while (met < count && entries.next()) {
            Box entry = entries.box();
            if (window.u32(entry.start()) == 0) {
                throw broken(entry, Phrase.of("defects:movie.reference-size"));
            }
            met++;
            if (isExternal(window, entry)) {
                external = new HashSet<>(external);
                external.add(met);
            }
        }
        if (met == 0 || met < count) {
            throw broken(
                    dref,
                    Phrase.of("defects:movie.references-short")
                            .with("claimed", count)
                            .with("found", met));
        }
        return new DataReferences(external);
    }

    /**
     * An entry names another file where its flag says that the samples are not in this one, and it gives a location. Some
     * muxers write the flags 0 or 2 and no location, and mean this file.
     */
    private static boolean isExternal(Window window, Box entry) throws IOException, MalformedException {
        long at = entry.field(0, VERSION) + VERSION;
        boolean isHere = (window.i32(entry.body()) & SELF_CONTAINED) != 0;
        boolean isText = entry.type() == Box.URL || entry.type() == Box.URN; // else the record of an alias
        return !isHere && at < entry.end() && (!isText || window.u8(at) != 0);
    }

    private static MalformedException broken(Box box, Phrase what) {
        return new MalformedException(Malformed.broken(MalformedCode.DATA_REFERENCE, box.start(), what, CLAUSE));
    }
}
