package io.mediapreflight.probe.mp4.fragment;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.box.Boxes;
import io.mediapreflight.probe.mp4.movie.Movie;
import io.mediapreflight.probe.mp4.movie.Track;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the indexes say of the fragments' durations: {@code sidx} (ISO/IEC 14496-12 8.16.3) and, at the end of the file,
 * {@code mfra} (8.8.9). Asked only where there are more fragments than we are ready to read.
 */
public final class SegmentIndex {
    /** A reference of {@code sidx}: its type and size, its duration, its access point. */
    private static final int REFERENCE = 12;

    private static final int MFRO_SIZE = 16;

    private final Window window;
    private final Map<Long, Fraction> seconds = new HashMap<>(0);

    public SegmentIndex(Window window) {
        this.window = window;
    }

    /** How long the fragments of this track last; empty where no index says. */
    public Optional<Fraction> of(long trackId) {
        return Optional.ofNullable(seconds.get(trackId));
    }

    /** Adds up the subsegments of one {@code sidx}. */
    public void readSidx(Box sidx) throws IOException, MalformedException {
        boolean isLong = window.u8(sidx.field(0, 4)) == 1;
        long trackId = window.u32(sidx.field(4, 8));
        long timescale = window.u32(sidx.body() + 8);
        int references = isLong ? 28 : 20;
        int count = window.u16(sidx.field(references + 2, 2));
        long ticks = 0;
        for (int i = 0; i < count; i++) {
            long reference = sidx.field(references + 4 + i * REFERENCE, REFERENCE);
            ticks = Math.addExact(ticks, window.u32(reference + 4));
        }
        if (timescale != 0) {
            seconds.merge(trackId, new Fraction(ticks, timescale), Fraction::plus);
        }
    }

    /** Finds {@code mfra} by the {@code mfro} that ends the file, and reads the last fragment that it names for a track. */
    public void readMfra(Movie movie) throws IOException, MalformedException {
        long size = window.size().atMost();
        if (!window.knowsSize() || size < MFRO_SIZE || window.i32(size - MFRO_SIZE + 4) != Box.MFRO) {
            return;
        }
        long mfra = size - window.u32(size - 4);
        if (mfra < 0 || mfra > size - MFRO_SIZE || window.i32(mfra + 4) != Box.MFRA) {
            return;
        }
        Boxes boxes = new Boxes(window, mfra + 8, size);
        while (boxes.next()) {
            if (boxes.type() == Box.TFRA) {
                readTfra(boxes.box(), movie, size);
            }
        }
    }

    private void readTfra(Box tfra, Movie movie, long size) throws IOException, MalformedException {
        boolean isLong = window.u8(tfra.field(0, 16)) == 1;
        long trackId = window.u32(tfra.body() + 4);
        int lengths = window.i32(tfra.body() + 8);
        long count = window.u32(tfra.body() + 12);
        int entry = (isLong ? 16 : 8) + 3 + ((lengths >> 4) & 3) + ((lengths >> 2) & 3) + (lengths & 3);
        if (count == 0 || seconds.containsKey(trackId) || count > (tfra.size() - 16) / entry) {
            return;
        }
        long at = tfra.body() + 16 + (count - 1) * entry;
        long time = isLong ? window.i64(at) : window.u32(at);
        long moof = isLong ? window.i64(at + 8) : window.u32(at + 4);
        Fragments last = new Fragments(window, Optional.of(movie));
        Boxes boxes = new Boxes(window, moof, size);
        if (time < 0 || moof < 0 || moof >= size || !boxes.next() || boxes.type() != Box.MOOF) {
            return;
        }
        last.readMoof(boxes.box(), false);
        for (Track track : movie.tracks()) {
            if (track.header().id() == trackId) {
                long ticks = Math.addExact(time, last.of(trackId).ticks());
                seconds.put(trackId, new Fraction(ticks, track.media().timescale()));
            }
        }
    }
}
