package io.mediapreflight.probe.image.heif;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.box.Boxes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The properties of items: those in {@code ipco}, and in {@code ipma} which of them an item has (ISO/IEC 23008-12 9.3). */
final class HeifProperties {
    private static final int WIDE_INDEX = 1;

    private final Window window;
    private final Box association;
    private final List<Box> properties;

    private HeifProperties(Window window, Box association, List<Box> properties) {
        this.window = window;
        this.association = association;
        this.properties = properties;
    }

    static HeifProperties read(Window window, HeifMeta meta) throws IOException, MalformedException {
        Box iprp = meta.box(HeifMeta.IPRP).orElseThrow(() -> HeifItems.missing(HeifMeta.IPRP));
        Optional<Box> association = Optional.empty();
        List<Box> properties = new ArrayList<>();
        Boxes children = Boxes.in(window, iprp);
        while (children.next()) {
            if (children.type() == HeifMeta.IPMA && association.isEmpty()) {
                association = Optional.of(children.box());
            } else if (children.type() == HeifMeta.IPCO && properties.isEmpty()) {
                Boxes all = Boxes.in(window, children.box());
                while (all.next()) {
                    properties.add(all.box());
                    HeifItems.requireFewer(properties.size(), children.box());
                }
            }
        }
        return new HeifProperties(window, association.orElseThrow(() -> HeifItems.missing(HeifMeta.IPMA)), properties);
    }

    /** The properties of an item, in the order in which they are applied. */
    List<Box> of(long item) throws IOException, MalformedException {
        HeifCursor entries = new HeifCursor(window, association);
        long count = entries.u32();
        HeifItems.requireFewer(count, association);
        for (long i = 0; i < count; i++) {
            boolean found = entries.id(1) == item;
            int associations = entries.u8();
            List<Box> own = new ArrayList<>();
            for (int j = 0; j < associations; j++) {
                boolean wide = (entries.flags() & WIDE_INDEX) != 0;
                int index = wide ? entries.u16() & 0x7FFF : entries.u8() & 0x7F;
                if (found && index >= 1 && index <= properties.size()) {
                    own.add(properties.get(index - 1));
                }
            }
            if (found) {
                return own;
            }
        }
        return List.of();
    }

    /** The first of a type. */
    static Optional<Box> first(List<Box> properties, int type) {
        return properties.stream().filter(property -> property.type() == type).findFirst();
    }
}
