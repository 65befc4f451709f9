package io.mediapreflight.probe.image.heif;

import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The primary item: one coded image, or one derived from others, as the grid of tiles that phones write.
 *
 * @param facts but for what a sequence adds
 * @param dataEnd behind the last byte of every item
 */
record HeifImage(ImageFacts.Builder facts, long dataEnd) {
    private static final int GRID = Box.code("grid");
    private static final int ISPE = Box.code("ispe");
    private static final int AUXC = Box.code("auxC");

    /** Auxiliary images that are looked at; phones write a depth map and a matte or two beside alpha. */
    private static final int MAX_AUXILIARY = 16;

    static HeifImage read(Window window, HeifMeta meta, List<Malformed> defects)
            throws IOException, MalformedException {
        HeifItems items = new HeifItems(window, meta);
        HeifProperties properties = HeifProperties.read(window, meta);
        long primary = items.primary();
        int type = items.type(primary);
        List<Box> own = properties.of(primary);
        HeifLocations location = HeifLocations.read(window, meta, primary);
        HeifSize size = size(window, own).orElse(HeifSize.NONE);
        List<Long> parts = items.from(primary, HeifItems.DIMG);
        List<Box> part = parts.isEmpty() ? List.of() : properties.of(parts.get(0));
        if (type == GRID) {
            HeifGrid grid = HeifGrid.read(window, location.first().orElseThrow(() -> noData(location)));
            grid.check(size, size(window, part), parts.size(), defects);
            size = grid.size();
        } else if (parts.isEmpty() && location.first().isEmpty()) {
            throw noData(location);
        }
        if (size.width() == 0 || size.height() == 0) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.MISSING_DIMENSIONS, 0, Phrase.of("defects:heif.no-size"), HeifProbe.CLAUSE));
        }
        ImageFacts.Builder facts = ImageFacts.builder()
                .width(size.width())
                .height(size.height())
                .shown(HeifAperture.of(window, own, size, defects))
                .orientation(HeifOrientation.of(window, own));
        HeifCoding.read(window, type, own, part).addTo(facts, hasAlpha(window, items, properties, primary));
        return new HeifImage(facts, location.dataEnd());
    }

    private static MalformedException noData(HeifLocations location) {
        return new MalformedException(
                location.isExternal()
                        ? Malformed.broken(
                                MalformedCode.EXTERNAL_MEDIA, 0, Phrase.of("defects:heif.external"), HeifProbe.CLAUSE)
                        : Malformed.broken(
                                MalformedCode.MISSING_IMAGE_DATA,
                                0,
                                Phrase.of("defects:heif.no-location"),
                                HeifProbe.CLAUSE));
    }

    private static Optional<HeifSize> size(Window window, List<Box> properties) throws IOException, MalformedException {
        Optional<Box> ispe = HeifProperties.first(properties, ISPE);
        return ispe.isEmpty()
                ? Optional.empty()
                : Optional.of(new HeifSize(
                        window.u32(ispe.get().field(HeifMeta.FULL, 4)),
                        window.u32(ispe.get().field(HeifMeta.FULL + 4, 4))));
    }

    private static boolean hasAlpha(Window window, HeifItems items, HeifProperties properties, long primary)
            throws IOException, MalformedException {
        List<Long> auxiliary = items.to(primary, HeifItems.AUXL);
        for (long item : auxiliary.subList(0, Math.min(MAX_AUXILIARY, auxiliary.size()))) {
            Optional<Box> auxC = HeifProperties.first(properties.of(item), AUXC);
            if (auxC.isPresent() && HeifAlpha.isNamedBy(window, auxC.get())) {
                return true;
            }
        }
        return false;
    }
}
