package io.mediapreflight.metadata;

import com.drew.lang.RandomAccessReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A maker note that says its own order of bytes behind a name: {@code OLYMPUS\0MM}. Its directory stands behind that mark, and
 * offsets in it count from the note. The library reads those of an Olympus only where the mark is II, and those of an OM SYSTEM
 * two bytes too early; exiftool reads them all.
 *
 * @param start where its directory begins; 0 for a Nikon, whose start the library knows
 */
record MakerNote(int start, boolean isBigEndian) {
    private static final String NIKON = "Nikon\0\2";

    /** Where the mark stands behind a name; two bytes of a version follow it. */
    private static final Map<String, Integer> MARKS = Map.of("OLYMPUS\0", 8, "OM SYSTEM\0\0\0", 12, NIKON, 10);

    private static final int MARK = 2;
    private static final int VERSION = 2;

    /** The note at this place; empty where it is of another kind. */
    static Optional<MakerNote> at(int at, RandomAccessReader reader) throws IOException {
        for (Map.Entry<String, Integer> each : MARKS.entrySet()) {
            String name = each.getKey();
            int mark = each.getValue();
            if (reader.getLength() - at >= mark + MARK
                    && text(reader, at, name.length()).equals(name)) {
                String order = text(reader, at + mark, MARK);
                boolean isMarked = order.equals("MM") || order.equals("II");
                return isMarked
                        ? Optional.of(new MakerNote(name.equals(NIKON) ? 0 : mark + MARK + VERSION, order.equals("MM")))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    boolean isNikon() {
        return start == 0;
    }

    private static String text(RandomAccessReader reader, int at, int length) throws IOException {
        return reader.getString(at, length, StandardCharsets.ISO_8859_1);
    }
}
