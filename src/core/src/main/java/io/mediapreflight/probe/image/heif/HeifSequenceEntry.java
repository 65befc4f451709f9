package io.mediapreflight.probe.image.heif;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.box.Boxes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sample description of a sequence: the size of its images, and how they are coded (ISO/IEC 14496-12 12.1.3). */
record HeifSequenceEntry(long width, long height, HeifCoding coding) {
    private static final int AUXI = Box.code("auxi");

    /** In {@code stsd}, behind its version and its count. */
    private static final int FIRST = HeifMeta.FULL + 4;

    private static final int WIDTH = 24;

    /** What a visual sample entry holds before its boxes. */
    private static final int FIELDS = 78;

    /** Empty where nothing is described, or an image without sides. */
    static Optional<HeifSequenceEntry> read(Window window, Box stsd) throws IOException, MalformedException {
        Optional<Box> entry = first(window, stsd);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        long width = window.u16(entry.get().field(WIDTH, 2));
        long height = window.u16(entry.get().field(WIDTH + 2, 2));
        if (width == 0 || height == 0) {
            return Optional.empty();
        }
        HeifCoding coding = HeifCoding.read(window, entry.get().type(), boxes(window, entry.get()), List.of());
        return Optional.of(new HeifSequenceEntry(width, height, coding));
    }

    /** Whether the entry of an auxiliary track says that its images are alpha planes. */
    static boolean isAlpha(Window window, Box stsd) throws IOException, MalformedException {
        Optional<Box> entry = first(window, stsd);
        Optional<Box> name = entry.isEmpty() ? entry : HeifProperties.first(boxes(window, entry.get()), AUXI);
        return name.isPresent() && HeifAlpha.isNamedBy(window, name.get());
    }

    private static Optional<Box> first(Window window, Box stsd) throws IOException, MalformedException {
        Boxes entries = new Boxes(window, stsd.field(FIRST, 0), stsd.end());
        return entries.next() ? Optional.of(entries.box()) : Optional.empty();
    }

    private static List<Box> boxes(Window window, Box entry) throws IOException, MalformedException {
        List<Box> boxes = new ArrayList<>();
        Boxes children = new Boxes(window, entry.field(FIELDS, 0), entry.end());
        while (children.next()) {
            boxes.add(children.box());
            HeifItems.requireFewer(boxes.size(), entry);
        }
        return boxes;
    }
}
