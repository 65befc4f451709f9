package io.mediapreflight.probe.image.gif;

import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads GIF (GIF89a): the logical screen, and its blocks from frame to frame up to a bound. */
public final class GifProbe {
    private static final String CLAUSE = "GIF89a 18";
    private static final int HUNDREDTHS = 100;

    /** Behind the signature, the logical screen. */
    private static final int SCREEN = 6;

    private static final int BLOCKS = 13;
    private static final int HAS_TABLE = 0x80;

    private GifProbe() {}

    /** What the header says. */
    public static Probed probe(Window window) throws IOException {
        try {
            int width = window.u16LittleEndian(SCREEN);
            int height = window.u16LittleEndian(SCREEN + 2);
            int packed = window.u8(SCREEN + 4);
            if (width == 0 || height == 0) {
                return Probed.malformed(
                        Format.GIF,
                        Malformed.broken(
                                MalformedCode.DIMENSION_OUT_OF_RANGE,
                                SCREEN,
                                Phrase.of("defects:gif.screen").with("size", width + "x" + height),
                                CLAUSE));
            }
            GifBlocks blocks = new GifBlocks(window, BLOCKS + tableLength(packed), width, height);
            blocks.read();
            ImageFacts facts = ImageFacts.builder()
                    .width(width)
                    .height(height)
                    .coding("LZW")
                    .components(1)
                    .bitDepth((packed & 7) + 1)
                    .alpha(blocks.isTransparent())
                    .animated(blocks.isAnimated())
                    .duration(blocks.hundredths().map(hundredths -> new Fraction(hundredths, HUNDREDTHS)))
                    .build();
            List<Malformed> defects = new ArrayList<>(blocks.defects());
            return Probed.readable(Format.GIF, facts, GifEnd.find(window, blocks), defects);
        } catch (MalformedException e) {
            return Probed.malformed(Format.GIF, e.malformed());
        }
    }

    /** Bytes of the colour table that a packed field announces. */
    static int tableLength(int packed) {
        return (packed & HAS_TABLE) == 0 ? 0 : 3 << ((packed & 7) + 1);
    }
}
