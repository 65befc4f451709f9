package io.mediapreflight.probe.image.heif;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.box.Boxes;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The boxes within {@code meta} (ISO/IEC 14496-12 8.11), the first of each type. */
final class HeifMeta {
    static final int PITM = Box.code("pitm");
    static final int IINF = Box.code("iinf");
    static final int ILOC = Box.code("iloc");
    static final int IREF = Box.code("iref");
    static final int IPRP = Box.code("iprp");
    static final int IPCO = Box.code("ipco");
    static final int IPMA = Box.code("ipma");
    static final int IDAT = Box.code("idat");

    /** Version and flags, which stand before what a full box holds. */
    static final int FULL = 4;

    private final Map<Integer, Box> boxes = new HashMap<>();

    private HeifMeta() {}

    static HeifMeta read(Window window, Box meta) throws IOException, MalformedException {
        HeifMeta read = new HeifMeta();
        Boxes children = new Boxes(window, meta.field(FULL, 0), meta.end());
        while (children.next()) {
            read.boxes.putIfAbsent(children.type(), children.box());
        }
        return read;
    }

    boolean hasPrimaryItem() {
        return boxes.containsKey(PITM);
    }

    Optional<Box> box(int type) {
        return Optional.ofNullable(boxes.get(type));
    }
}
