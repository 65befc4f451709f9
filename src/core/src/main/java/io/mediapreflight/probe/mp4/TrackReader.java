package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one {@code trak}. The methods mirror the tree of boxes; each child is read within its own bounds. */
final class TrackReader {
    private static final int MAX_CHAPTER_TRACKS = 16;
    private static final int SELF_CONTAINED = 1;

    private final Window window;
    private final Box trak;
    private @Nullable TrackHeader header;
    private EditList edits = EditList.NONE;
    private final List<Long> chapters = new ArrayList<>(0);
    private MovieHeader.@Nullable Clock clock;
    private String handler = "";
    private @Nullable Box mediaInformation;
    private @Nullable Box dataInformation;
    private @Nullable Box sampleTable;

    private TrackReader(Window window, Box trak) {
        this.window = window;
        this.trak = trak;
    }

    static Track read(Window window, Box trak) throws IOException, MalformedException {
        TrackReader reader = new TrackReader(window, trak);
        reader.readTrak();
        return reader.track();
    }

    private void readTrak() throws IOException, MalformedException {
        Boxes boxes = Boxes.in(window, trak);
        while (boxes.next()) {
            if (boxes.type() == Box.TKHD) {
                header = TrackHeader.read(window, boxes.box());
            } else if (boxes.type() == Box.EDTS) {
                readEdts(boxes.box());
            } else if (boxes.type() == Box.TREF) {
                readTref(boxes.box());
            } else if (boxes.type() == Box.MDIA) {
                readMdia(boxes.box());
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
                clock = once(clock, MovieHeader.Clock.read(window, boxes.box(), "8.4.2"), "'mdhd'");
            } else if (boxes.type() == Box.HDLR) {
                handler = window.text(boxes.box().field(8, 4), 4);
            } else if (boxes.type() == Box.MINF) {
                mediaInformation = boxes.box();
            }
        }
        if (mediaInformation != null) {
            readMinf(mediaInformation);
        }
    }

    private void readMinf(Box minf) throws IOException, MalformedException {
        Boxes boxes = Boxes.in(window, minf);
        while (boxes.next()) {
            if (boxes.type() == Box.DINF) {
                dataInformation = boxes.box();
            } else if (boxes.type() == Box.STBL) {
                sampleTable = boxes.box();
            }
        }
    }

    private Track track() throws IOException, MalformedException {
        SampleTable samples = new SampleTable(window, required(sampleTable, "'stbl'", "8.5.1"));
        MovieHeader.Clock media = required(clock, "'mdhd'", "8.4.2");
        boolean isVideo = handler.equals(Track.VIDEO);
        Optional<SampleDescription> description = isVideo ? readStsd(samples) : Optional.empty();
        // Read now, since it mostly follows the description and so lies in the window.
        long frame = isVideo ? samples.firstSampleTicks() : 0;
        return new Track(
                required(header, "'tkhd'", "8.3.2"),
                handler,
                new Track.Media(
                        media.timescale(),
                        media.duration().isPresent() ? media.duration() : added(samples, media.timescale()),
                        new Fraction(frame, media.timescale())),
                edits,
                description,
                description.isPresent() && isExternal(description.get().dataReference()),
                samples,
                samples.glimpse(),
                chapters);
    }

    private Optional<SampleDescription> readStsd(SampleTable samples) throws IOException, MalformedException {
        return Optional.of(SampleDescription.read(window, samples.required(Box.STSD)));
    }

    /** The sum of the sample durations, where the header does not know it. */
    private static Optional<Fraction> added(SampleTable samples, long timescale)
            throws IOException, MalformedException {
        return samples.hasNoSample() ? Optional.empty() : Optional.of(new Fraction(samples.totalTicks(), timescale));
    }

    /** Whether the entry of {@code dref} that the samples use names another file (ISO/IEC 14496-12 8.7.2). */
    private boolean isExternal(int dataReference) throws IOException, MalformedException {
        if (dataInformation == null) {
            return false;
        }
        Boxes boxes = Boxes.in(window, dataInformation);
        while (boxes.next()) {
            if (boxes.type() == Box.DREF) {
                Boxes entries =
                        new Boxes(window, boxes.box().field(8, 0), boxes.box().end());
                for (int i = 1; entries.next(); i++) {
                    if (i == dataReference) {
                        return (window.i32(entries.box().field(0, 4)) & SELF_CONTAINED) == 0;
                    }
                }
            }
        }
        return false;
    }

    private <T> T required(@Nullable T value, String name, String clause) throws MalformedException {
        if (value == null) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.MISSING_BOX, trak.start(), "a track has no " + name, "ISO/IEC 14496-12 " + clause));
        }
        return value;
    }

    private <T> T once(@Nullable T before, T value, String name) throws MalformedException {
        if (before != null) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.DUPLICATE_BOX, trak.start(), "a track has two " + name, "ISO/IEC 14496-12 8.4.2"));
        }
        return value;
    }
}
