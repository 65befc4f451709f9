package io.mediapreflight.probe.image.webp;

import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.image.Exif;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The facts of a WebP: of the one bitstream of a simple file, else of the extended header and what follows it. */
final class WebpImage {
    private static final int VP8X = 0x56503858;
    private static final int ANMF = 0x414E4D46;
    private static final int EXIF = 0x45584946;
    private static final int EXIF_LETTERS = 0x45786966;

    /** Flags of the extended header (RFC 9649 2.7). */
    private static final int ALPHA = 0x10;

    private static final int ANIMATION = 0x02;
    private static final int EXTENDED_HEADER = 10;
    private static final int FRAME_HEADER = 16;
    private static final int MILLISECONDS = 1000;
    private static final int COLOURS = 3;
    private static final int BITS = 8;

    private final WebpChunks chunks;
    private final List<Malformed> defects;
    private long width;
    private long height;
    private Optional<ExifOrientation> orientation = Optional.empty();
    private Optional<WebpBitstream> still = Optional.empty();
    private int frames;
    private long milliseconds;

    private WebpImage(WebpChunks chunks, List<Malformed> defects) {
        this.chunks = chunks;
        this.defects = defects;
    }

    static ImageFacts read(WebpChunks chunks, List<Malformed> defects) throws IOException, MalformedException {
        if (!chunks.next()) {
            throw missingImage(chunks.start());
        }
        if (chunks.type() == VP8X) {
            return new WebpImage(chunks, defects).extended();
        }
        WebpBitstream image = WebpBitstream.read(chunks).orElseThrow(() -> missingImage(chunks.start()));
        return facts(image.coding(), image.alpha())
                .width(image.width())
                .height(image.height())
                .animated(false)
                .build();
    }

    private static ImageFacts.Builder facts(String coding, boolean alpha) {
        return ImageFacts.builder()
                .coding(coding)
                .components(alpha ? COLOURS + 1 : COLOURS)
                .bitDepth(BITS)
                .alpha(alpha);
    }

    private ImageFacts extended() throws IOException, MalformedException {
        chunks.requireLength(EXTENDED_HEADER);
        int flags = chunks.window().u8(chunks.body());
        boolean moving = (flags & ANIMATION) != 0;
        width = 1L + chunks.u24(4);
        height = 1L + chunks.u24(7);
        long header = chunks.start();
        while (chunks.next()) {
            look(moving);
        }
        if (moving ? frames == 0 : still.isEmpty()) {
            defects.add(missingImage(header).malformed());
        }
        return facts(still.map(WebpBitstream::coding).orElse("VP8 or VP8L, animated"), (flags & ALPHA) != 0)
                .width(width)
                .height(height)
                .orientation(orientation)
                .animated(animated(moving))
                .duration(
                        moving && milliseconds > 0 && chunks.isAtEnd()
                                ? Optional.of(new Fraction(milliseconds, MILLISECONDS))
                                : Optional.empty())
                .build();
    }

    /** One frame may be all there is of an animation; more than the bound may follow it. */
    private Optional<Boolean> animated(boolean moving) {
        boolean isKnown = !moving || frames > 1 || chunks.isAtEnd();
        return isKnown ? Optional.of(moving && frames > 1) : Optional.empty();
    }

    private void look(boolean moving) throws IOException, MalformedException {
        if (moving && chunks.type() == ANMF) {
            readFrame();
        } else if (chunks.type() == EXIF) {
            readExif();
        } else if (!moving && still.isEmpty()) {
            still = WebpBitstream.read(chunks);
            still.filter(image -> image.width() != width || image.height() != height)
                    .ifPresent(
                            image -> defects.add(otherSize("defects:webp.image-size", image.width(), image.height())));
        }
    }

    /** Where a frame stands on the canvas, in units of two pixels, its size and its duration (RFC 9649 2.7.1.1). */
    private void readFrame() throws IOException, MalformedException {
        chunks.requireLength(FRAME_HEADER);
        long right = 2L * chunks.u24(0) + chunks.u24(6) + 1;
        long bottom = 2L * chunks.u24(3) + chunks.u24(9) + 1;
        if ((right > width || bottom > height) && defects.isEmpty()) {
            defects.add(otherSize("defects:webp.frame-past-canvas", right, bottom));
        }
        frames++;
        milliseconds += chunks.u24(12);
    }

    private Malformed otherSize(String key, long otherWidth, long otherHeight) {
        return Malformed.broken(
                MalformedCode.CANVAS_SIZE,
                chunks.start(),
                Phrase.of(key).with("canvas", width + "x" + height).with("size", otherWidth + "x" + otherHeight),
                "RFC 9649 2.7");
    }

    /** A TIFF structure; some writers leave JPEG's letters before it. */
    private void readExif() throws IOException, MalformedException {
        Window window = chunks.window();
        long tiff = chunks.body();
        long end = tiff + chunks.length();
        if (chunks.length() > 6 && window.has(tiff, 4) && window.i32(tiff) == EXIF_LETTERS) {
            tiff += 6;
        }
        orientation = Exif.orientation(window, tiff, end);
    }

    private static MalformedException missingImage(long offset) {
        return new MalformedException(Malformed.broken(
                MalformedCode.MISSING_IMAGE_DATA, offset, Phrase.of("defects:webp.no-data"), WebpChunks.CLAUSE));
    }
}
