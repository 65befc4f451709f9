package io.mediapreflight.probe.mp4.entry;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoCoding;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.box.Boxes;
import io.mediapreflight.probe.video.UnitFormat;
import io.mediapreflight.text.Phrase;
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
 * @param configured what the codec configurations of all entries say of the size, where that is something else
 * @param dataReference which entry of {@code dref} says where the samples of the first entry lie, from 1 on
 * @param encrypted whether an entry is encrypted
 * @param coding what the first entry says of it
 * @param units how the samples of the first entry hold their units; empty of a codec without such units
 */
public record SampleDescription(
        String codec,
        List<PixelSize> coded,
        Optional<PixelSize> shown,
        List<PixelSize> configured,
        int dataReference,
        boolean encrypted,
        VideoCoding coding,
        Optional<UnitFormat> units) {
    /** Entries of one track. Real files have one, or a few where the camera changed its settings; FFmpeg refuses more. */
    public static final int MAX_ENTRIES = 1024;

    private static final String CLAUSE = "ISO/IEC 14496-12 8.5.2";

    /** Reads as many entries as it claims; bytes behind the last one belong to no entry. */
    public static SampleDescription read(Window window, Box stsd) throws IOException, MalformedException {
        stsd.version(window, 1);
        Boxes entries = new Boxes(window, stsd.field(8, 0), stsd.end());
        long count = window.u32(stsd.body() + 4);
        if (count > MAX_ENTRIES) {
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.BOUND_REACHED,
                    stsd.start(),
                    Phrase.of("defects:track.too-many-descriptions").with("max", MAX_ENTRIES),
                    "bound MAX_ENTRIES"));
        }
        List<VisualEntry> read = new ArrayList<>(1);
        while (read.size() < count && entries.next()) {
            read.add(VisualEntry.read(window, sized(window, entries.box())));
        }
        if (read.isEmpty()) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.MISSING_SAMPLE_DESCRIPTION,
                    stsd.start(),
                    Phrase.of("defects:track.no-description"),
                    CLAUSE));
        }
        if (read.size() < count) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.TABLE_RUNS_PAST_BOX,
                    stsd.start(),
                    Phrase.of("defects:track.descriptions-short")
                            .with("claimed", count)
                            .with("found", read.size()),
                    CLAUSE));
        }
        VisualEntry first = read.get(0);
        boolean encrypted = false;
        for (VisualEntry entry : read) {
            encrypted |= entry.encrypted();
            if (entry.lacksConfiguration()) {
                throw new MalformedException(Malformed.broken(
                        MalformedCode.MISSING_BOX,
                        stsd.start(),
                        Phrase.of("defects:track.no-configuration").with("codec", entry.codec()),
                        "ISO/IEC 14496-15 5.4.2.1"));
            }
        }
        return new SampleDescription(
                first.codec(),
                sizes(read),
                first.shown(),
                read.size() == 1 ? first.configured() : configured(read),
                first.dataReference(),
                encrypted,
                first.coding(),
                first.units());
    }

    /** The entry, which has a size: 0, "to the end of the file", is for boxes at the top of the file (ISO/IEC 14496-12 4.2). */
    private static Box sized(Window window, Box entry) throws IOException, MalformedException {
        if (window.u32(entry.start()) == 0) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.BOX_SIZE, entry.start(), Phrase.of("defects:track.description-size"), CLAUSE));
        }
        return entry;
    }

    private static List<PixelSize> sizes(List<VisualEntry> entries) {
        if (entries.size() == 1 && entries.get(0).coded().isPresent()) {
            // Nearly every file: a set would compare records, which takes 20 ms to set up in a process that checks one
            // file.
            return List.of(entries.get(0).coded().get());
        }
        Set<PixelSize> sizes = new LinkedHashSet<>(2);
        for (VisualEntry entry : entries) {
            entry.coded().ifPresent(sizes::add);
        }
        return List.copyOf(sizes);
    }

    private static List<PixelSize> configured(List<VisualEntry> entries) {
        Set<PixelSize> sizes = new LinkedHashSet<>(2);
        for (VisualEntry entry : entries) {
            sizes.addAll(entry.configured());
        }
        return List.copyOf(sizes);
    }
}
