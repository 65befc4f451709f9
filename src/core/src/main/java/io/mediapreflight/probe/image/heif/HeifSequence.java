package io.mediapreflight.probe.image.heif;

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
 */
record HeifSequence(long width, long height, String coding, long frames, Optional<Fraction> seconds) {
    private static final int TRAK = Box.code("trak");
    private static final int MDIA = Box.code("mdia");
    private static final int MDHD = Box.code("mdhd");
    private static final int HDLR = Box.code("hdlr");
    private static final int MINF = Box.code("minf");
    private static final int STBL = Box.code("stbl");
    private static final int STSD = Box.code("stsd");
    private static final int STSZ = Box.code("stsz");
    private static final int PICT = Box.code("pict");

    /** In a sample description: behind size, type, references and what is reserved (ISO/IEC 14496-12 12.1.3). */
    private static final int ENTRY = 8;

    private static final int WIDTH_IN_ENTRY = 32;
    private static final long UNKNOWN_32 = 0xFFFF_FFFFL;

    static Optional<HeifSequence> read(Window window, Box moov) throws IOException, MalformedException {
        Boxes tracks = Boxes.in(window, moov);
        while (tracks.next()) {
            if (tracks.type() == TRAK) {
                Optional<HeifSequence> sequence = ofTrack(window, tracks.box());
                if (sequence.isPresent()) {
                    return sequence;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<HeifSequence> ofTrack(Window window, Box track) throws IOException, MalformedException {
        Optional<Box> media = child(window, track, MDIA);
        Optional<Box> handler = media.isEmpty() ? media : child(window, media.get(), HDLR);
        if (handler.isEmpty() || window.i32(handler.get().field(HeifMeta.FULL + 4, 4)) != PICT) {
            return Optional.empty();
        }
        Optional<Box> information = child(window, media.get(), MINF);
        Optional<Box> table = information.isEmpty() ? information : child(window, information.get(), STBL);
        Optional<Box> description = table.isEmpty() ? table : child(window, table.get(), STSD);
        Optional<Box> sizes = table.isEmpty() ? table : child(window, table.get(), STSZ);
        if (description.isEmpty() || sizes.isEmpty()) {
            return Optional.empty();
        }
        long width = window.u16(description.get().field(ENTRY + WIDTH_IN_ENTRY, 2));
        long height = window.u16(description.get().field(ENTRY + WIDTH_IN_ENTRY + 2, 2));
        if (width == 0 || height == 0) {
            return Optional.empty();
        }
        return Optional.of(new HeifSequence(
                width,
                height,
                Box.fourCc(window.i32(description.get().field(ENTRY + 4, 4))),
                window.u32(sizes.get().field(HeifMeta.FULL + 4, 4)),
                seconds(window, child(window, media.get(), MDHD))));
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

    private static Optional<Box> child(Window window, Box parent, int type) throws IOException, MalformedException {
        Boxes children = Boxes.in(window, parent);
        while (children.next()) {
            if (children.type() == type) {
                return Optional.of(children.box());
            }
        }
        return Optional.empty();
    }
}
