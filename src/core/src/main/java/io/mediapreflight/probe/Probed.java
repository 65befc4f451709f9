package io.mediapreflight.probe;

import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import java.util.List;
import java.util.Optional;

/**
 * The result of a probe. It is as complete as possible: a video whose {@code moov} is cut off still has a format, and
 * is known to be cut off.
 *
 * @param format by content; empty where nothing we know is recognised
 * @param kind by content
 * @param facts what the headers say; empty where they cannot be read, or are not read for this format
 * @param completeness whether the file is complete; empty where that is not judged for this format
 * @param defects what is wrong with the headers, in the order in which it was met
 */
public record Probed(
        Optional<Format> format,
        Kind kind,
        Optional<MediaFacts> facts,
        Optional<Completeness> completeness,
        List<Malformed> defects) {

    /**
     * The version of the results: caches keep it beside them, and do not trust another. Raise it with every change
     * that lets a probe find other facts, or another code of a defect, in any file, and where the key or a value of a defect's text
     * gets another name; the words of a text may change without that.
     */
    public static final int VERSION = 24;

    /** A header that was read in full. */
    public static Probed readable(Format format, MediaFacts facts, Completeness completeness, List<Malformed> defects) {
        return new Probed(Optional.of(format), format.kind(), Optional.of(facts), Optional.of(completeness), defects);
    }

    /** A known format with a damaged header. */
    public static Probed malformed(Format format, Malformed defect) {
        return new Probed(Optional.of(format), format.kind(), Optional.empty(), Optional.empty(), List.of(defect));
    }

    /** A format that is recognised by content and not read further. */
    public static Probed named(Format format, Kind kind) {
        return new Probed(Optional.of(format), kind, Optional.empty(), Optional.empty(), List.of());
    }

    /** No known format. */
    public static Probed unrecognised(Malformed defect) {
        return new Probed(Optional.empty(), Kind.OTHER, Optional.empty(), Optional.empty(), List.of(defect));
    }
}
