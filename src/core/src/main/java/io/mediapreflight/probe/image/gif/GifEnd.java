package io.mediapreflight.probe.image.gif;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.text.Phrase;
import java.io.IOException;

/** Looks for the trailer: among the blocks where all of them were gone over, else at the end of the file. */
final class GifEnd {
    /** The terminator of the last frame's data, and the trailer. */
    private static final int END = 0x003B;

    private static final String CLAUSE = "GIF89a 27";

    private GifEnd() {}

    static Completeness find(Window window, GifBlocks blocks) throws IOException, MalformedException {
        if (blocks.reachedTrailer()) {
            return blocks.hasFrames()
                    ? new Completeness.Whole(Math.max(0, window.size().atLeast() - blocks.offset()))
                    : cutOff(MalformedCode.MISSING_IMAGE_DATA, blocks.offset() - 1, Phrase.of("defects:gif.no-frame"));
        }
        if (blocks.endedEarly()) {
            return cutOff(MalformedCode.MISSING_END, window.size().atMost(), Phrase.of("defects:gif.no-trailer"));
        }
        if (!window.knowsSize()) {
            return new Completeness.Undecided(
                    Malformed.sizeUnknown(window.size().atLeast(), CLAUSE));
        }
        long size = window.size().atLeast();
        return window.u16(size - 2) == END
                ? Completeness.Whole.EXACT
                : new Completeness.Undecided(Malformed.undecided(
                        MalformedCode.BOUND_REACHED,
                        blocks.offset(),
                        Phrase.of("defects:gif.trailer-not-found").with("max", GifBlocks.MAX_WALK),
                        "bound MAX_WALK"));
    }

    private static Completeness cutOff(MalformedCode code, long offset, Phrase what) {
        return new Completeness.CutOff(0, Malformed.broken(code, offset, what, CLAUSE));
    }
}
