package io.mediapreflight.probe.image.heif;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.text.Phrase;
import java.io.IOException;

/** Reads the fields of a full box one by one, and none beyond its end. */
final class HeifCursor {
    private final Window window;
    private final Box box;
    private final int version;
    private final int flags;
    private long at;

    HeifCursor(Window window, Box box) throws IOException, MalformedException {
        this.window = window;
        this.box = box;
        this.at = box.body();
        long header = u32();
        this.version = (int) (header >> 24);
        this.flags = (int) (header & 0xFF_FFFF);
    }

    int version() {
        return version;
    }

    int flags() {
        return flags;
    }

    int u8() throws IOException, MalformedException {
        return window.u8(take(1));
    }

    int u16() throws IOException, MalformedException {
        return window.u16(take(2));
    }

    long u32() throws IOException, MalformedException {
        return window.u32(take(4));
    }

    /** A number of 0, 2, 4 or 8 bytes; 0 where it has none. */
    long number(int bytes) throws IOException, MalformedException {
        return switch (bytes) {
            case 0 -> 0;
            case 2 -> u16();
            case 4 -> u32();
            case 8 -> positive(window.i64(take(8)));
            default -> throw malformed(Phrase.of("defects:heif.field").with("bytes", bytes));
        };
    }

    /** An item's or an entry's number: four bytes from a version on, two before. */
    long id(int wideFrom) throws IOException, MalformedException {
        return version >= wideFrom ? u32() : u16();
    }

    private long positive(long value) throws MalformedException {
        if (value < 0) {
            throw malformed(Phrase.of("defects:heif.number"));
        }
        return value;
    }

    private MalformedException malformed(Phrase what) {
        return new MalformedException(Malformed.broken(
                MalformedCode.BOX_SIZE, box.start(), what.with("box", Box.name(box.type())), HeifProbe.CLAUSE));
    }

    private long take(int length) throws MalformedException {
        if (at > box.end() - length) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.TABLE_RUNS_PAST_BOX,
                    box.start(),
                    Phrase.of("defects:heif.entries").with("box", Box.name(box.type())),
                    HeifProbe.CLAUSE));
        }
        long field = at;
        at += length;
        return field;
    }
}
