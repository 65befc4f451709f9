package io.mediapreflight.probe.image.gif;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes from block to block. Nothing says how long a frame is, so the next one is found only by way of its sub-blocks of 255
 * bytes at most: that reads all of it, and is given up at a bound.
 */
final class GifBlocks {
    /** Bytes that are gone over: the first two frames of most animations, and the whole of most other GIFs. */
    static final int MAX_WALK = 192 << 10;

    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int TRAILER = 0x3B;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final String LOOP = "NETSCAPE2.0";

    /** LZW codes of a palette with 2 to 256 entries (GIF89a 22, appendix F); FFmpeg and browsers take 1 to 8 too. */
    private static final int MAX_CODE_BITS = 11;

    /** Shorter delays are shown as a tenth of a second, by browsers as by FFmpeg. */
    private static final int MIN_DELAY = 2;

    private static final int DEFAULT_DELAY = 10;

    private final Window window;
    private final int width;
    private final int height;
    private final List<Malformed> defects = new ArrayList<>(0);
    private final long limit;
    private long offset;
    private int frames;
    private long hundredths;
    private int delay;
    private boolean transparent;
    private boolean loops;
    private boolean reachedTrailer;
    private boolean endedEarly;

    /** Whether what was met makes no sense, so that what follows is unknown. */
    private boolean lost;

    GifBlocks(Window window, long from, int width, int height) {
        this.window = window;
        this.offset = from;
        this.limit = from + MAX_WALK;
        this.width = width;
        this.height = height;
    }

    void read() throws IOException, MalformedException {
        while (!reachedTrailer && !endedEarly && offset < limit && !lost) {
            if (!window.has(offset, 1)) {
                endedEarly = true;
                return;
            }
            int kind = window.u8(offset++);
            switch (kind) {
                case IMAGE -> readImage();
                case EXTENSION -> readExtension();
                case TRAILER -> reachedTrailer = true;
                case 0 -> {} // one terminator too many, which decoders pass over
                default -> {
                    lost = true;
                    defects.add(Malformed.tolerated(
                            MalformedCode.NOT_A_BLOCK,
                            offset - 1,
                            Phrase.of("defects:gif.no-block"),
                            "GIF89a appendix A"));
                }
            }
        }
    }

    private void readImage() throws IOException, MalformedException {
        if (!window.has(offset, 10)) {
            endedEarly = true;
            return;
        }
        int right = window.u16LittleEndian(offset) + window.u16LittleEndian(offset + 4);
        int bottom = window.u16LittleEndian(offset + 2) + window.u16LittleEndian(offset + 6);
        if ((right > width || bottom > height) && defects.isEmpty()) {
            defects.add(Malformed.tolerated(
                    MalformedCode.CANVAS_SIZE,
                    offset - 1,
                    Phrase.of("defects:gif.frame-past-screen")
                            .with("frame", right + "x" + bottom)
                            .with("size", width + "x" + height),
                    "GIF89a 20"));
        }
        offset += 9 + GifProbe.tableLength(window.u8(offset + 8));
        if (!window.has(offset, 1)) {
            endedEarly = true;
            return;
        }
        int bits = window.u8(offset);
        if (bits < 1 || bits > MAX_CODE_BITS) {
            lost = true;
            defects.add(Malformed.broken(
                    MalformedCode.CODING_METHOD,
                    offset,
                    Phrase.of("defects:gif.code-size").with("bits", bits),
                    "GIF89a 22"));
        }
        offset++;
        skipSubBlocks();
        if (!endedEarly) {
            frames++;
            hundredths += delay < MIN_DELAY ? DEFAULT_DELAY : delay;
            delay = 0;
        }
    }

    private void readExtension() throws IOException, MalformedException {
        if (!window.has(offset, 2)) {
            endedEarly = true;
            return;
        }
        int label = window.u8(offset);
        int length = window.u8(offset + 1);
        long body = offset + 2;
        if (label == GRAPHIC_CONTROL && length >= 4 && window.has(body, 4)) {
            transparent |= frames == 0 && (window.u8(body) & 1) == 1;
            delay = window.u16LittleEndian(body + 1);
        } else if (label == APPLICATION && length == LOOP.length() && window.has(body, length)) {
            loops |= window.text(body, length).equals(LOOP);
        }
        offset++;
        skipSubBlocks();
    }

    private void skipSubBlocks() throws IOException, MalformedException {
        while (offset < limit) {
            if (!window.has(offset, 1)) {
                endedEarly = true;
                return;
            }
            int length = window.u8(offset);
            offset += 1 + length;
            if (length == 0) {
                return;
            }
        }
    }

    List<Malformed> defects() {
        return defects;
    }

    boolean isTransparent() {
        return transparent;
    }

    /** Whether there are several frames; where the bound was reached in the first one, what the request for a loop suggests. */
    Optional<Boolean> isAnimated() {
        boolean isOver = reachedTrailer || endedEarly;
        boolean isCutShort = !isOver && !lost;
        boolean isKnown = frames > 1 || isOver || (isCutShort && loops);
        return isKnown ? Optional.of(frames > 1 || !isOver) : Optional.empty();
    }

    /** How long it takes once, where all of it was gone over. */
    Optional<Long> hundredths() {
        return frames > 1 && (reachedTrailer || endedEarly) ? Optional.of(hundredths) : Optional.empty();
    }

    boolean hasFrames() {
        return frames > 0;
    }

    /** Whether the trailer was reached; {@link #offset} is behind it then. */
    boolean reachedTrailer() {
        return reachedTrailer;
    }

    /** Whether the file ends before the trailer. */
    boolean endedEarly() {
        return endedEarly;
    }

    long offset() {
        return offset;
    }
}
