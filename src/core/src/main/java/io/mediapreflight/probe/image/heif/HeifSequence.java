package io.mediapreflight.probe.image.heif;

import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.box.Boxes;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.util.Optional;

/**
 * An image sequence: the first track of {@code moov} that holds images (ISO/IEC 23008-12 7).
 *
 * @param seconds by its media header; empty where that says 0 or "unknown"
 * @param alpha whether another track holds the alpha planes
 * @param dataEnd behind the first byte of the last chunk, which must lie in the file; 0 where no table says where that is
 */
record HeifSequence(HeifSequenceEntry entry, long frames, Optional<Fraction> seconds, boolean alpha, long dataEnd) {
    private static final int PICT = Box.code("pict");
    private static final int AUXV = Box.code("auxv");
    private static final long UNKNOWN_32 = 0xFFFF_FFFFL;

    static Optional<HeifSequence> read(Window window, Box moov) throws IOException, MalformedException {
        Optional<HeifSequence> sequence = Optional.empty();
        boolean alpha = false;
        Boxes tracks = Boxes.in(window, moov);
        while (tracks.next()) {
            if (tracks.type() == Box.TRAK) {
                Optional<Box> media = child(window, tracks.box(), Box.MDIA);
                int handler = media.isEmpty() ? 0 : handler(window, media.get());
                if (handler == PICT && sequence.isEmpty()) {
                    sequence = ofMedia(window, media.get());
                }
                alpha |= handler == AUXV && isAlpha(window, media.get());
            }
        }
        return alpha ? sequence.map(HeifSequence::withAlpha) : sequence;
    }

    private HeifSequence withAlpha() {
        return new HeifSequence(entry, frames, seconds, true, dataEnd);
    }

    private static int handler(Window window, Box media) throws IOException, MalformedException {
        Optional<Box> handler = child(window, media, Box.HDLR);
        return handler.isEmpty() ? 0 : window.i32(handler.get().field(HeifMeta.FULL + 4, 4));
    }

    private static boolean isAlpha(Window window, Box media) throws IOException, MalformedException {
        Optional<Box> description = inTable(window, media, Box.STSD);
        return description.isPresent() && HeifSequenceEntry.isAlpha(window, description.get());
    }

    private static Optional<HeifSequence> ofMedia(Window window, Box media) throws IOException, MalformedException {
        Optional<Box> description = inTable(window, media, Box.STSD);
        Optional<Box> sizes = inTable(window, media, Box.STSZ);
        if (description.isEmpty() || sizes.isEmpty()) {
            return Optional.empty();
        }
        Optional<HeifSequenceEntry> entry = HeifSequenceEntry.read(window, description.get());
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        long frames = window.u32(sizes.get().field(HeifMeta.FULL + 4, 4));
        Optional<Fraction> seconds = seconds(window, child(window, media, Box.MDHD));
        return Optional.of(new HeifSequence(entry.get(), frames, seconds, false, dataEnd(window, media)));
    }

    private static long dataEnd(Window window, Box media) throws IOException, MalformedException {
        Optional<Box> narrow = inTable(window, media, Box.STCO);
        Optional<Box> wide = inTable(window, media, Box.CO64);
        Optional<Box> table = narrow.or(() -> wide);
        long count = table.isEmpty() ? 0 : window.u32(table.get().field(HeifMeta.FULL, 4));
        if (count == 0) {
            return 0;
        }
        int bytes = narrow.isPresent() ? 4 : 8;
        long last = Math.addExact(HeifMeta.FULL + 4, Math.multiplyExact(count - 1, bytes));
        long at = table.get().field(Math.toIntExact(last), bytes);
        return Math.addExact(narrow.isPresent() ? window.u32(at) : window.i64(at), 1);
    }

    private static Optional<Fraction> seconds(Window window, Optional<Box> mdhd)
            throws IOException, MalformedException {
        if (mdhd.isEmpty()) {
            return Optional.empty();
        }
        boolean wide = window.u8(mdhd.get().field(0, 1)) == 1;
        long timescale = window.u32(mdhd.get().field(HeifMeta.FULL + (wide ? 16 : 8), 4));
        long ticks = wide
                ? window.i64(mdhd.get().field(HeifMeta.FULL + 20, 8))
                : window.u32(mdhd.get().field(HeifMeta.FULL + 12, 4));
        boolean isKnown = timescale > 0 && ticks > 0 && (wide || ticks != UNKNOWN_32);
        return isKnown ? Optional.of(new Fraction(ticks, timescale)) : Optional.empty();
    }

    private static Optional<Box> inTable(Window window, Box media, int type) throws IOException, MalformedException {
        Optional<Box> information = child(window, media, Box.MINF);
        Optional<Box> table = information.isEmpty() ? information : child(window, information.get(), Box.STBL);
        return table.isEmpty() ? table : child(window, table.get(), type);
    }

    private static Optional<Box> child(Window window, Box parent, int type) throws IOException, MalformedException {
        Boxes children = Boxes.in(window, parent);
        while (children.next()) {
            if (children.type() == type) {
                return Optional.of(children.box());
            }
        }
        return Optional.empty();
    }

    /** Of a file without an image of its own. */
    ImageFacts.Builder facts() {
        ImageFacts.Builder facts = ImageFacts.builder().width(entry.width()).height(entry.height());
        entry.coding().addTo(facts, alpha);
        return facts;
    }
}
