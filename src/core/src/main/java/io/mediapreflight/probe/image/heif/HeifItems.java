package io.mediapreflight.probe.image.heif;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.box.Boxes;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which items there are, and how they refer to one another: {@code pitm}, {@code iinf}, {@code iref} (ISO/IEC 14496-12 8.11). */
final class HeifItems {
    static final int DIMG = Box.code("dimg");
    static final int AUXL = Box.code("auxl");

    /** Entries of one table. An image of 100 megapixels has some hundred tiles. */
    static final int MAX_ENTRIES = 16_384;

    private static final int INFE = Box.code("infe");
    private static final int MAX_VERSION_NARROW = 2;

    private final Window window;
    private final HeifMeta meta;

    HeifItems(Window window, HeifMeta meta) {
        this.window = window;
        this.meta = meta;
    }

    long primary() throws IOException, MalformedException {
        return new HeifCursor(window, meta.box(HeifMeta.PITM).orElseThrow()).id(1);
    }

    /** The type of an item, such as {@code hvc1}. */
    int type(long item) throws IOException, MalformedException {
        Box iinf = meta.box(HeifMeta.IINF).orElseThrow(() -> missing(HeifMeta.IINF));
        int count = new HeifCursor(window, iinf).version() == 0 ? 2 : 4;
        Boxes entries = new Boxes(window, iinf.field(HeifMeta.FULL + count, 0), iinf.end());
        for (int i = 0; entries.next(); i++) {
            requireFewer(i, iinf);
            if (entries.type() == INFE) {
                HeifCursor entry = new HeifCursor(window, entries.box());
                if (entry.version() >= MAX_VERSION_NARROW && entry.id(MAX_VERSION_NARROW + 1) == item) {
                    requireClear(entry.u16(), entries.box());
                    return (int) entry.u32();
                }
            }
        }
        throw new MalformedException(Malformed.broken(
                MalformedCode.MISSING_BOX, iinf.start(), Phrase.of("defects:heif.no-primary-item"), HeifProbe.CLAUSE));
    }

    private static void requireClear(int protection, Box box) throws MalformedException {
        if (protection != 0) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.ENCRYPTED,
                    box.start(),
                    Phrase.of("defects:heif.encrypted"),
                    "ISO/IEC 14496-12 8.11.6"));
        }
    }

    /** The items that an item refers to in this way, in order. */
    List<Long> from(long item, int reference) throws IOException, MalformedException {
        for (Reference each : references(reference)) {
            if (each.from() == item) {
                return each.to();
            }
        }
        return List.of();
    }

    /** The items that refer to an item in this way. */
    List<Long> to(long item, int reference) throws IOException, MalformedException {
        List<Long> items = new ArrayList<>();
        for (Reference each : references(reference)) {
            if (each.to().contains(item)) {
                items.add(each.from());
            }
        }
        return items;
    }

    private List<Reference> references(int type) throws IOException, MalformedException {
        Optional<Box> iref = meta.box(HeifMeta.IREF);
        List<Reference> references = new ArrayList<>();
        if (iref.isEmpty()) {
            return references;
        }
        boolean wide = new HeifCursor(window, iref.get()).version() > 0;
        Boxes entries =
                new Boxes(window, iref.get().field(HeifMeta.FULL, 0), iref.get().end());
        int total = 0;
        while (entries.next()) {
            if (entries.type() == type) {
                Reference reference = Reference.read(window, entries.box(), wide);
                total += 1 + reference.to().size();
                requireFewer(total, iref.get());
                references.add(reference);
            }
        }
        return references;
    }

    static void requireFewer(long count, Box box) throws MalformedException {
        if (count > MAX_ENTRIES) {
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.BOUND_REACHED,
                    box.start(),
                    Phrase.of("defects:heif.too-many-entries")
                            .with("box", Box.name(box.type()))
                            .with("max", MAX_ENTRIES),
                    "bound MAX_ENTRIES"));
        }
    }

    static MalformedException missing(int type) {
        return new MalformedException(Malformed.broken(
                MalformedCode.MISSING_BOX,
                0,
                Phrase.of("defects:heif.meta-lacks").with("box", Box.name(type)),
                HeifProbe.CLAUSE));
    }

    private record Reference(long from, List<Long> to) {
        static Reference read(Window window, Box box, boolean wide) throws IOException, MalformedException {
            int bytes = wide ? 4 : 2;
            long from = number(window, box, 0, wide);
            int count = window.u16(box.field(bytes, 2));
            List<Long> to = new ArrayList<>();
            for (int i = 0; i < count && i < MAX_ENTRIES; i++) {
                to.add(number(window, box, bytes + 2 + i * bytes, wide));
            }
            return new Reference(from, to);
        }

        private static long number(Window window, Box box, int offset, boolean wide)
                throws IOException, MalformedException {
            return wide ? window.u32(box.field(offset, 4)) : window.u16(box.field(offset, 2));
        }
    }
}
