package io.mediapreflight.probe.mp4.movie;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.box.Boxes;
import io.mediapreflight.probe.mp4.entry.SampleDescription;
import io.mediapreflight.probe.mp4.table.CompositionTimes;
import io.mediapreflight.probe.mp4.table.SampleTable;
import io.mediapreflight.probe.video.CodecNames;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SafeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one {@code trak}. The methods mirror the tree of boxes; each child is read within its own bounds. */
public final class TrackReader {
    private static final int MAX_CHAPTER_TRACKS = 16;

    /** The handlers of media that are no video, as registered at mp4ra.org and in QTFF. */
    static final Set<String> OTHER_HANDLERS = Set.of(
            "soun", "hint", "meta", "mdta", "text", "sbtl", "subt", "subp", "clcp", "tmcd", "auxv", "pict", "odsm",
            "sdsm", "ocsm", "m7sm", "mjsm", "ipsm", "crsm", "fdsm", "tx3g", "camm", "MPEG", "musi", "sprt", "strm",
            "qd3d", "twen");

    /** Those of them whose tracks players never show as video, whatever their codec: of the rest, the codec decides. */
    private static final Set<String> NEVER_VIDEO =
            Set.of("soun", "subp", "clcp", "hint", "odsm", "sdsm", "ocsm", "m7sm", "mjsm", "ipsm", "crsm", "fdsm");

    private final Window window;
    private final Box trak;
    private final Box moov;
    private @Nullable TrackHeader header;
    private EditList edits = EditList.NONE;
    private final List<Long> chapters = new ArrayList<>(0);
    private MovieHeader.@Nullable Clock clock;
    private String handler = "";
    private final boolean isByCodec;
    private boolean hasVideoHeader;
    private @Nullable Box mediaInformation;
    private DataReferences references = DataReferences.NONE;
    private @Nullable SampleTable sampleTable;

    /**
     * @param moov the box in the file that holds the track
     * @param isByCodec whether the track is a video whatever its handler says
     */
    TrackReader(Window window, Box trak, Box moov, boolean isByCodec) {
        this.window = window;
        this.trak = trak;
        this.moov = moov;
        this.isByCodec = isByCodec;
    }

    Track read() throws IOException, MalformedException {
        readTrak();
        return track();
    }

    /** What became of a track whose reading ended with this; so many that can be read stand before it. */
    Track.Broken broken(int before, Malformed why) {
        return new Track.Broken(before, handler, header != null && header.enabled(), why);
    }

    private void readTrak() throws IOException, MalformedException {
        Boxes boxes = Boxes.in(window, trak);
        while (boxes.next()) {
            if (boxes.type() == Box.TKHD) {
                header = once(header, TrackHeader.read(window, boxes.box()), boxes.box());
            } else if (boxes.type() == Box.EDTS) {
                readEdts(boxes.box());
            } else if (boxes.type() == Box.TREF) {
                readTref(boxes.box());
            } else if (boxes.type() == Box.MDIA) {
                readMdia(boxes.box());
            } else if (boxes.type() == Box.TRAK) {
                throw new MalformedException(Malformed.broken(
                        MalformedCode.NESTED_TRACK,
                        boxes.box().start(),
                        Phrase.of("defects:track.nested"),
                        "ISO/IEC 14496-12 8.3.1"));
            }
        }
    }

    private void readEdts(Box edts) throws IOException, MalformedException {
        Boxes boxes = Boxes.in(window, edts);
        while (boxes.next()) {
            if (boxes.type() == Box.ELST) {
                edits = EditList.read(window, boxes.box());
            }
        }
    }

    private void readTref(Box tref) throws IOException, MalformedException {
        Boxes boxes = Boxes.in(window, tref);
        while (boxes.next()) {
            Box box = boxes.box();
            if (box.type() == Box.CHAP) {
                for (long at = box.body(); at <= box.end() - 4 && chapters.size() < MAX_CHAPTER_TRACKS; at += 4) {
                    chapters.add(window.u32(at));
                }
            }
        }
    }

    private void readMdia(Box mdia) throws IOException, MalformedException {
        Boxes boxes = Boxes.in(window, mdia);
        while (boxes.next()) {
            if (boxes.type() == Box.MDHD) {
                clock = once(clock, MovieHeader.Clock.read(window, boxes.box(), "8.4.2"), boxes.box());
            } else if (boxes.type() == Box.HDLR) {
                handler = window.text(boxes.box().field(8, 4), 4);
            } else if (boxes.type() == Box.MINF) {
                mediaInformation = once(mediaInformation, boxes.box(), boxes.box());
            }
        }
        if (mediaInformation != null) {
            readMinf(mediaInformation);
        }
    }

    private void readMinf(Box minf) throws IOException, MalformedException {
        @Nullable Box tables = null;
        Boxes boxes = Boxes.in(window, minf);
        while (boxes.next()) {
            if (boxes.type() == Box.DINF) {
                references = DataReferences.read(window, boxes.box());
            } else if (boxes.type() == Box.VMHD) {
                hasVideoHeader = true;
            } else if (boxes.type() == Box.STBL) {
                tables = once(tables, boxes.box(), boxes.box());
            }
        }
        if (tables != null) {
            sampleTable = SampleTable.read(window, tables, moov, isVideo());
        }
    }

    /** By its handler or, where there is none that is known, by the header that only video media have. */
    private boolean isVideo() {
        return isByCodec || handler.equals(Track.VIDEO) || (hasVideoHeader && !OTHER_HANDLERS.contains(handler));
    }

    /** Whether players that look at codecs alone show a track as video although its handler names other media. */
    boolean isVideoByCodec() {
        return !isVideo()
                && !NEVER_VIDEO.contains(handler)
                && sampleTable != null
                && CodecNames.isVideo(sampleTable.audioFormat().codec().orElse(""));
    }

    private Track track() throws IOException, MalformedException {
        SampleTable samples = required(sampleTable, "'stbl'", "8.5.1");
        MovieHeader.Clock media = required(clock, "'mdhd'", "8.4.2");
        Optional<SampleDescription> description =
                isVideo() ? Optional.of(samples.visualDescription()) : Optional.empty();
        return new Track(
                header == null ? TrackHeader.MISSING : header,
                handler,
                new Track.Media(
                        media.timescale(),
                        media.duration().isPresent() ? media.duration() : added(samples, media.timescale()),
                        new Fraction(isVideo() ? samples.times().first() : 0, media.timescale())),
                edits,
                description,
                references.external().contains(samples.dataReference()),
                samples,
                defects(samples),
                chapters);
    }

    /** What can be read past. */
    private List<Malformed> defects(SampleTable samples) {
        List<Malformed> defects = samples.defects();
        boolean isNamed = !isVideo() || handler.equals(Track.VIDEO);
        if (isNamed && header != null && samples.compositionTimes().isEmpty()) {
            return defects;
        }
        List<Malformed> all = new ArrayList<>(defects);
        samples.compositionTimes().ifPresent(times -> addNonsense(all, times));
        if (header == null) {
            all.add(Malformed.tolerated(
                    MalformedCode.MISSING_BOX,
                    trak.start(),
                    Phrase.of("defects:track.lacks").with("box", "'tkhd'"),
                    "ISO/IEC 14496-12 8.3.2"));
        }
        if (!isNamed) {
            all.add(Malformed.tolerated(
                    MalformedCode.MISSING_BOX,
                    trak.start(),
                    isByCodec
                            ? Phrase.of("defects:track.other-handler").with("handler", SafeText.of(handler))
                            : Phrase.of("defects:track.no-handler"),
                    "ISO/IEC 14496-12 8.4.3"));
        }
        return all;
    }

    private void addNonsense(List<Malformed> all, CompositionTimes times) {
        if (times.areNonsense(edits.firstMediaTime())) {
            all.add(Malformed.tolerated(
                    MalformedCode.CONTRADICTING_TABLES,
                    times.box().start(),
                    Phrase.of("defects:track.composition-times"),
                    "ISO/IEC 14496-12 8.6.1.3"));
        }
    }

    /** The sum of the sample durations, where the header does not know it. */
    private static Optional<Fraction> added(SampleTable samples, long timescale)
            throws IOException, MalformedException {
        return samples.hasNoSample() ? Optional.empty() : Optional.of(new Fraction(samples.totalTicks(), timescale));
    }

    private <T> T required(@Nullable T value, String name, String clause) throws MalformedException {
        if (value == null) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.MISSING_BOX,
                    trak.start(),
                    Phrase.of("defects:track.lacks").with("box", name),
                    "ISO/IEC 14496-12 " + clause));
        }
        return value;
    }

    private static <T> T once(@Nullable T before, T value, Box box) throws MalformedException {
        if (before != null) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.DUPLICATE_BOX,
                    box.start(),
                    Phrase.of("defects:track.duplicate").with("box", Box.name(box.type())),
                    "ISO/IEC 14496-12 8.3.2, 8.4.2"));
        }
        return value;
    }
}
