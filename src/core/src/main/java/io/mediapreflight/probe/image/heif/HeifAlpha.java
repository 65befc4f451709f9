package io.mediapreflight.probe.image.heif;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import java.io.IOException;
import java.util.List;

/** Distinguishes alpha planes from depth maps and mattes, which are auxiliary images too. */
final class HeifAlpha {
    /** The names of alpha planes: that of MIAF, and that of HEVC alone before it (ISO/IEC 23008-12 B.2.4). */
    private static final List<String> NAMES =
            List.of("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", "urn:mpeg:hevc:2015:auxid:1");

    private static final int LONGEST = 43;

    private HeifAlpha() {}

    /** @param name {@code auxC} of an item, {@code auxi} of a track: a full box that holds the name */
    static boolean isNamedBy(Window window, Box name) throws IOException, MalformedException {
        long from = name.field(HeifMeta.FULL, 0);
        String text = window.text(from, (int) Math.min(LONGEST + 1, name.end() - from));
        return NAMES.stream().anyMatch(alpha -> text.equals(alpha) || text.startsWith(alpha + "\0"));
    }
}
