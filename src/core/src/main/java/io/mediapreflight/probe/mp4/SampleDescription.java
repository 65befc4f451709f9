package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.PictureSize;
import io.mediapreflight.probe.Window;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The visual entries of {@code stsd} (ISO/IEC 14496-12 8.5.2 and 12.1.3).
 *
 * @param codec the four-character code of the first entry, the original one where it is encrypted
 * @param coded the sizes of all entries, none twice; an entry that says 0 has none
 * @param shown the first entry's size with clean aperture and sample aspect ratio applied, where one of them is given
 * @param dataReference which entry of {@code dref} tells where the samples of the first entry lie, from 1 on
 * @param encrypted whether an entry is encrypted
 */
record SampleDescription(
        String codec, List<PictureSize> coded, Optional<PictureSize> shown, int dataReference, boolean encrypted) {
    /** Entries of one track. Real files have one, or a few where the camera changed its settings; FFmpeg refuses more. */
    static final int MAX_ENTRIES = 1024;

    private static final String CLAUSE = "ISO/IEC 14496-12 8.5.2";
    private static final int VISUAL_ENTRY = 78;

    /** Reads as many entries as it claims; bytes behind the last one are nobody's. */
    static SampleDescription read(Window window, Box stsd) throws IOException, MalformedException {
        stsd.version(window, 1);
        Boxes entries = new Boxes(window, stsd.field(8, 0), stsd.end());
        long count = window.u32(stsd.body() + 4);
        if (count > MAX_ENTRIES) {
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.BOUND_REACHED,
                    stsd.start(),
                    "'stsd' has more than " + MAX_ENTRIES + " entries",
                    "bound MAX_ENTRIES"));
        }
        List<Entry> read = new ArrayList<>(1);
        while (read.size() < count && entries.next()) {
            read.add(Entry.read(window, entries.box()));
        }
        if (read.isEmpty()) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.MISSING_SAMPLE_DESCRIPTION, stsd.start(), "'stsd' describes no sample", CLAUSE));
        }
        if (read.size() < count) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.TABLE_RUNS_PAST_BOX,
                    stsd.start(),
                    "'stsd' claims " + count + " entries and holds " + read.size(),
                    CLAUSE));
        }
        Entry first = read.get(0);
        boolean encrypted = false;
        for (Entry entry : read) {
            encrypted |= entry.encrypted;
        }
        return new SampleDescription(first.codec, sizes(read), first.shown(), first.dataReference, encrypted);
    }

    private static List<PictureSize> sizes(List<Entry> entries) {
        if (entries.size() == 1 && entries.get(0).width != 0 && entries.get(0).height != 0) {
            // Nearly every file: a set would compare records, which takes 20 ms to set up in a process that checks one
            // file.
            return List.of(PictureSize.of(entries.get(0).width, entries.get(0).height));
        }
        Set<PictureSize> sizes = new LinkedHashSet<>(2);
        for (Entry entry : entries) {
            if (entry.width != 0 && entry.height != 0) {
                sizes.add(PictureSize.of(entry.width, entry.height));
            }
        }
        return List.copyOf(sizes);
    }

    /** One visual sample entry and the boxes in it that bear on the size. */
    private static final class Entry {
        private static final int ENCV = Box.code("encv");

        private final int dataReference;
        private final int width;
        private final int height;
        private String codec;
        private boolean encrypted;
        private Optional<Fraction> sampleAspectRatio = Optional.empty();
        private Optional<PictureSize> cleanAperture = Optional.empty();

        private Entry(String codec, int dataReference, int width, int height) {
            this.codec = codec;
            this.dataReference = dataReference;
            this.width = width;
            this.height = height;
        }

        static Entry read(Window window, Box box) throws IOException, MalformedException {
            Entry entry = new Entry(
                    Box.fourCc(box.type()),
                    window.u16(box.field(6, 2)),
                    window.u16(box.field(24, 2)),
                    window.u16(box.field(26, 2)));
            entry.encrypted = box.type() == ENCV;
            Boxes children = new Boxes(window, box.field(VISUAL_ENTRY, 0), box.end());
            while (children.next()) {
                entry.child(window, children.box());
            }
            return entry;
        }

        private void child(Window window, Box box) throws IOException, MalformedException {
            if (box.type() == Box.PASP) {
                long horizontal = window.u32(box.field(0, 8));
                long vertical = window.u32(box.body() + 4);
                if (horizontal != 0 && vertical != 0) {
                    sampleAspectRatio = Optional.of(new Fraction(horizontal, vertical));
                }
            } else if (box.type() == Box.CLAP) {
                cleanAperture = aperture(window, box.field(0, 32));
            } else if (box.type() == Box.SINF) {
                encrypted = true;
                Boxes scheme = Boxes.in(window, box);
                while (scheme.next()) {
                    if (scheme.type() == Box.FRMA) {
                        codec = Box.fourCc(window.i32(scheme.box().field(0, 4)));
                    }
                }
            }
        }

        private static Optional<PictureSize> aperture(Window window, long at) throws IOException, MalformedException {
            long width = window.u32(at);
            long widthBy = window.u32(at + 4);
            long height = window.u32(at + 8);
            long heightBy = window.u32(at + 12);
            return width == 0 || widthBy == 0 || height == 0 || heightBy == 0
                    ? Optional.empty()
                    : Optional.of(new PictureSize(new Fraction(width, widthBy), new Fraction(height, heightBy)));
        }

        /** The clean aperture, stretched by the sample aspect ratio in width. */
        Optional<PictureSize> shown() {
            if (width == 0 || height == 0 || (sampleAspectRatio.isEmpty() && cleanAperture.isEmpty())) {
                return Optional.empty();
            }
            PictureSize size = cleanAperture.orElse(PictureSize.of(width, height));
            return Optional.of(sampleAspectRatio
                    .map(ratio -> new PictureSize(size.width().times(ratio), size.height()))
                    .orElse(size));
        }
    }
}
