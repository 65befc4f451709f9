package io.mediapreflight.probe.image.heif;

import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * How an item is coded, and what of its samples {@code pixi} or the codec's configuration says.
 *
 * @param words for a person
 * @param channels without alpha, which is an item of its own; empty where neither says it
 * @param bits of a sample
 */
record HeifCoding(String words, Optional<Integer> channels, Optional<Integer> bits) {
    private static final int PIXI = Box.code("pixi");
    private static final int HVCC = Box.code("hvcC");
    private static final int AV1C = Box.code("av1C");
    private static final int GRID = Box.code("grid");

    private static final int COLOURS = 3;
    private static final int AV1_HIGH = 0x40;
    private static final int AV1_TWELVE = 0x20;
    private static final int AV1_MONOCHROME = 0x10;

    /** Of chroma_format_idc and of the depth of luma, in the decoder configuration (ISO/IEC 14496-15 8.3.3.1). */
    private static final int HEVC_CHROMA = 16;

    private static final int HEVC_DEPTH = 17;

    /** @param part the properties of the first tile or layer, for an image made of others */
    static HeifCoding read(Window window, int type, List<Box> own, List<Box> part)
            throws IOException, MalformedException {
        Optional<Box> hevc = first(own, part, HVCC);
        Optional<Box> av1 = first(own, part, AV1C);
        String codec = hevc.isPresent() ? "HEVC" : av1.isPresent() ? "AV1" : Box.fourCc(type);
        String words = type == GRID ? codec + ImageFacts.GRID : codec;
        Optional<Box> pixi = first(own, part, PIXI);
        if (pixi.isPresent() && window.u8(pixi.get().field(HeifMeta.FULL, 1)) > 0) {
            return new HeifCoding(
                    words,
                    Optional.of(window.u8(pixi.get().field(HeifMeta.FULL, 1))),
                    Optional.of(window.u8(pixi.get().field(HeifMeta.FULL + 1, 1))));
        }
        if (hevc.isPresent()) {
            boolean grey = (window.u8(hevc.get().field(HEVC_CHROMA, 1)) & 3) == 0;
            int bits = 8 + (window.u8(hevc.get().field(HEVC_DEPTH, 1)) & 7);
            return new HeifCoding(words, Optional.of(grey ? 1 : COLOURS), Optional.of(bits));
        }
        if (av1.isPresent()) {
            int flags = window.u8(av1.get().field(2, 1));
            int bits = (flags & AV1_HIGH) == 0 ? 8 : (flags & AV1_TWELVE) == 0 ? 10 : 12;
            return new HeifCoding(words, Optional.of((flags & AV1_MONOCHROME) != 0 ? 1 : COLOURS), Optional.of(bits));
        }
        return new HeifCoding(words, Optional.empty(), Optional.empty());
    }

    private static Optional<Box> first(List<Box> own, List<Box> part, int type) {
        return HeifProperties.first(own, type).or(() -> HeifProperties.first(part, type));
    }

    void addTo(ImageFacts.Builder facts, boolean alpha) {
        facts.coding(words)
                .components(channels.map(count -> alpha ? count + 1 : count))
                .bitDepth(bits)
                .alpha(alpha);
    }
}
