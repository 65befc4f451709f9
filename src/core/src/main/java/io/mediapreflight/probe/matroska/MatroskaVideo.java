package io.mediapreflight.probe.matroska;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Transfer;
import io.mediapreflight.probe.Window;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.util.Optional;

/** What only video tracks have (RFC 9559 5.1.4.1.28). */
final class MatroskaVideo {
    private static final int FLAG_INTERLACED = 0x9A;
    private static final int ALPHA_MODE = 0x53C0;
    private static final int PIXEL_WIDTH = 0xB0;
    private static final int PIXEL_HEIGHT = 0xBA;
    private static final int CROP_BOTTOM = 0x54AA;
    private static final int CROP_TOP = 0x54BB;
    private static final int CROP_LEFT = 0x54CC;
    private static final int CROP_RIGHT = 0x54DD;
    private static final int DISPLAY_WIDTH = 0x54B0;
    private static final int DISPLAY_HEIGHT = 0x54BA;
    private static final int DISPLAY_UNIT = 0x54B2;
    private static final int COLOUR = 0x55B0;
    private static final int BITS_PER_CHANNEL = 0x55B2;
    private static final int CHROMA_HALVES_WIDTH = 0x55B3;
    private static final int CHROMA_HALVES_HEIGHT = 0x55B4;
    private static final int TRANSFER = 0x55BA;
    private static final int PROJECTION = 0x7670;

    /** The values of the flag; 0 says nothing. */
    private static final int INTERLACED = 1;

    private static final int PROGRESSIVE = 2;

    /** The units of a display size: pixels; centimetres, inches and a ratio say no more than the shape. */
    private static final int PIXELS = 0;

    private static final int LAST_SHAPE = 3;

    /** The largest side that is multiplied: no frame is larger, and products stay small. */
    private static final long MAX_SIDE = Integer.MAX_VALUE;

    private static final int MAX_BITS = 16;
    private static final int UNKNOWN = -1;

    private long pixelWidth;
    private long pixelHeight;
    private long cropX;
    private long cropY;
    private long displayWidth;
    private long displayHeight;
    private long displayUnit;
    private long interlaced;
    private boolean alpha;
    private long bits;
    private long chromaX = UNKNOWN;
    private long chromaY = UNKNOWN;
    private long transfer;
    private MatroskaProjection projection = MatroskaProjection.UPRIGHT;

    /** What an element of a track that is a video says; a track without one says nothing. */
    static MatroskaVideo read(Window window, EbmlElement element) throws IOException, MalformedException {
        MatroskaVideo video = new MatroskaVideo();
        EbmlElements fields = new EbmlElements(window, element);
        while (fields.next()) {
            switch (fields.id()) {
                case PIXEL_WIDTH -> video.pixelWidth = fields.number();
                case PIXEL_HEIGHT -> video.pixelHeight = fields.number();
                case CROP_LEFT, CROP_RIGHT -> video.cropX = plus(video.cropX, fields.number());
                case CROP_TOP, CROP_BOTTOM -> video.cropY = plus(video.cropY, fields.number());
                case DISPLAY_WIDTH -> video.displayWidth = fields.number();
                case DISPLAY_HEIGHT -> video.displayHeight = fields.number();
                case DISPLAY_UNIT -> video.displayUnit = fields.number();
                case FLAG_INTERLACED -> video.interlaced = fields.number();
                case ALPHA_MODE -> video.alpha = fields.number() != 0;
                case COLOUR -> video.readColour(new EbmlElements(window, fields.element()));
                case PROJECTION ->
                    video.projection = MatroskaProjection.read(new EbmlElements(window, fields.element()));
                default -> {}
            }
        }
        video.completeDisplaySize();
        return video;
    }

    /** A side of the display size that is not given is the frame's, where the other one counts pixels. */
    private void completeDisplaySize() {
        Optional<PixelSize> cropped = cropped();
        if (displayUnit == PIXELS && cropped.isPresent() && (displayWidth > 0) != (displayHeight > 0)) {
            displayWidth =
                    displayWidth > 0 ? displayWidth : cropped.get().width().numerator();
            displayHeight =
                    displayHeight > 0 ? displayHeight : cropped.get().height().numerator();
        }
    }

    /** Whether cropping leaves nothing of the frame. */
    boolean isCroppedAway() {
        return coded().isPresent() && (cropX >= pixelWidth || cropY >= pixelHeight);
    }

    private void readColour(EbmlElements fields) throws IOException, MalformedException {
        while (fields.next()) {
            switch (fields.id()) {
                case BITS_PER_CHANNEL -> bits = fields.number();
                case CHROMA_HALVES_WIDTH -> chromaX = fields.number();
                case CHROMA_HALVES_HEIGHT -> chromaY = fields.number();
                case TRANSFER -> transfer = fields.number();
                default -> {}
            }
        }
    }

    private static long plus(long sum, long more) {
        return more > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + more;
    }

    /** Empty where a side is 0 or not given. */
    Optional<PixelSize> coded() {
        return pixelWidth == 0 || pixelHeight == 0
                ? Optional.empty()
                : Optional.of(PixelSize.of(pixelWidth, pixelHeight));
    }

    private Optional<PixelSize> cropped() {
        long width = pixelWidth - cropX;
        long height = pixelHeight - cropY;
        return width <= 0 || height <= 0 || width > MAX_SIDE || height > MAX_SIDE
                ? Optional.empty()
                : Optional.of(PixelSize.of(width, height));
    }

    /** Whether it says how large, or of what shape, frames are shown. */
    boolean hasDisplaySize() {
        return displayWidth > 0
                && displayHeight > 0
                && displayWidth <= MAX_SIDE
                && displayHeight <= MAX_SIDE
                && displayUnit <= LAST_SHAPE;
    }

    /** After cropping and with the display size (RFC 9559 5.1.4.1.28.12), where either is given and makes sense. */
    Optional<PixelSize> shown() {
        Optional<PixelSize> cropped = cropped();
        if (cropped.isEmpty()) {
            return Optional.empty();
        }
        PixelSize shown = displayed(cropped.get());
        return shown.isSameAs(PixelSize.of(pixelWidth, pixelHeight)) ? Optional.empty() : Optional.of(shown);
    }

    private PixelSize displayed(PixelSize cropped) {
        if (!hasDisplaySize()) {
            return cropped;
        }
        return displayUnit == PIXELS
                ? PixelSize.of(displayWidth, displayHeight)
                : new PixelSize(
                        new Fraction(displayWidth * cropped.height().numerator(), displayHeight), cropped.height());
    }

    /** Width to height of a pixel by the display size; empty where none is given. */
    Optional<Fraction> sampleAspectRatio() {
        Optional<PixelSize> cropped = cropped();
        if (cropped.isEmpty() || !hasDisplaySize()) {
            return Optional.empty();
        }
        Fraction wider = new Fraction(displayWidth, cropped.get().width().numerator()).reduced();
        Fraction flatter = new Fraction(cropped.get().height().numerator(), displayHeight).reduced();
        return Optional.of(wider.times(flatter).reduced());
    }

    /** Empty where that is not said. */
    Optional<Boolean> interlaced() {
        return interlaced == INTERLACED
                ? Optional.of(true)
                : interlaced == PROGRESSIVE ? Optional.of(false) : Optional.empty();
    }

    boolean hasAlpha() {
        return alpha;
    }

    Optional<Integer> bitDepth() {
        return bits < 1 || bits > MAX_BITS ? Optional.empty() : Optional.of((int) bits);
    }

    /** By how often colour is halved across and down. */
    Optional<String> chromaSubsampling() {
        if (chromaX == 1 && chromaY == 1) {
            return Optional.of("4:2:0");
        }
        if (chromaX == 1 && chromaY == 0) {
            return Optional.of("4:2:2");
        }
        return chromaX == 0 && chromaY == 0 ? Optional.of("4:4:4") : Optional.empty();
    }

    Optional<Transfer> transfer() {
        return transfer > MAX_BITS * MAX_BITS ? Optional.empty() : Transfer.of((int) transfer);
    }

    MatroskaProjection projection() {
        return projection;
    }
}
