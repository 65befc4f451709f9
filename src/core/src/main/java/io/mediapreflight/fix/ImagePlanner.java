package io.mediapreflight.fix;

import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the copy of an image, as JPEG or PNG, upright and with 8 bits a sample. */
final class ImagePlanner {
    /** FFmpeg refuses frames of 2³¹ bits or more at 8 bits a pixel, counted with a margin at each side. */
    private static final long MAX_PIXELS = 250_000_000;

    /** The longest side that every JPEG decoder takes: libjpeg has this bound. */
    private static final long MAX_JPEG_SIDE = 65_500;

    /**
     * The quantizers that FFmpeg's JPEG encoder is tried with, finest first, and how many bytes a pixel takes at most with each: black and
     * white noise in each channel took 0.81 and 0.64. Photos that are JPEG already grow by less: at most by 2.0 and 1.4 where they had
     * been saved with quality 20, by 1.5 and 1.2 with 50, by 1.2 and 0.9 as cameras save them.
     */
    private static final List<Quality> QUALITIES = List.of(new Quality(2, 0.85, 3, 2), new Quality(5, 0.68, 2, 1.5));

    /** A JPEG of more bytes a pixel was saved finely enough to grow by less. */
    private static final double FINE = 0.2;

    /** What deflating adds to incompressible rows, and PNG's chunks, together less than this part. */
    private static final double PNG_OVERHEAD = 1.01;

    /** How much larger FFmpeg's PNG may be than a file that another encoder made smaller. */
    private static final long PNG_GROWTH = 2;

    private static final int RGB = 3;
    private static final int RGBA = 4;
    private static final int USUAL_BITS = 8;

    private record Quality(int quantizer, double bytesPerPixel, double growth, double growthIfFine) {}

    private final Diagnosis diagnosis;
    private final Limits limits;
    private final Format source;
    private final ImageFacts image;
    private final FixOptions options;
    private final long width;
    private final long height;
    private final long maxBytes;

    ImagePlanner(Diagnosis diagnosis, Format source, ImageFacts image, FixOptions options) {
        this.diagnosis = diagnosis;
        this.limits = diagnosis.limits();
        this.source = source;
        this.image = image;
        this.options = options;
        this.maxBytes = limits.imageSize().strictBytes();
        boolean lies = image.orientation().map(ExifOrientation::rotation).orElse(0) % 180 == 90;
        long shownWidth = image.displaySize().width().rounded();
        long shownHeight = image.displaySize().height().rounded();
        this.width = lies ? shownHeight : shownWidth;
        this.height = lies ? shownWidth : shownHeight;
    }

    FixPlan plan() {
        if (source == Format.WEBP && image.animated().orElse(false)) {
            return FixPlan.Impossible.since("animated-webp");
        }
        if (Math.multiplyExact(image.width(), image.height()) > MAX_PIXELS) {
            return FixPlan.Impossible.since("pixels");
        }
        boolean png = limits.acceptsImage(Format.PNG);
        if (png && (hasAlpha() || source == Format.PNG)) {
            ImageCanvas canvas = canvas(MAX_PIXELS, limits.imageSide().max());
            if (fitsAsPng(canvas)) {
                return png(canvas);
            }
        }
        if (limits.acceptsImage(Format.JPEG)) {
            return jpeg();
        }
        long pixels = (long) (maxBytes / (PNG_OVERHEAD * channels()));
        return png
                ? png(canvas(Math.min(MAX_PIXELS, pixels), limits.imageSide().max()))
                : FixPlan.Impossible.since("formats");
    }

    private boolean hasAlpha() {
        return image.alpha().orElse(false);
    }

    private int channels() {
        return hasAlpha() ? RGBA : RGB;
    }

    private ImageCanvas canvas(long maxPixels, long maxSide) {
        Span side =
                new Span(limits.imageSide().min(), Math.max(limits.imageSide().min(), maxSide));
        return ImageCanvas.of(width, height, side, limits.imageAspectRatio(), maxPixels, options.shape());
    }

    /** Whether it fits whatever it shows, or because the original does by far. */
    private boolean fitsAsPng(ImageCanvas canvas) {
        double pixels = (double) canvas.width() * canvas.height();
        if (pixels * channels() * PNG_OVERHEAD <= maxBytes) {
            return true;
        }
        boolean isAlike = source == Format.PNG
                && image.components().orElse(0) >= RGB
                && image.bitDepth().orElse(0) == USUAL_BITS
                && !diagnosis.breaks(RuleId.IMAGE_SIZE);
        double growth = Math.max(1, pixels / ((double) width * height)) * PNG_GROWTH;
        return isAlike && diagnosis.bytes().orElseThrow().atMost() * growth <= maxBytes;
    }

    private FixPlan png(ImageCanvas canvas) {
        List<Step> steps = prepared();
        Step.Pad.Colour margin = hasAlpha() ? Step.Pad.Colour.TRANSPARENT : Step.Pad.Colour.WHITE;
        steps.addAll(canvas.steps(width, height, options.shape(), margin));
        steps.add(new Step.EncodePng(hasAlpha()));
        return ready(steps, Format.PNG, canvas);
    }

    private FixPlan jpeg() {
        long maxSide = Math.min(limits.imageSide().max(), MAX_JPEG_SIDE);
        Quality quality = QUALITIES.get(0);
        ImageCanvas canvas = canvas(MAX_PIXELS, maxSide);
        for (Quality each : QUALITIES) {
            quality = each;
            if (fitsAsJpeg(canvas, each)) {
                break;
            }
        }
        if (!fitsAsJpeg(canvas, quality)) {
            canvas = canvas(Math.min(MAX_PIXELS, (long) (maxBytes / quality.bytesPerPixel())), maxSide);
        }
        List<Step> steps = prepared();
        if (hasAlpha()) {
            steps.add(new Step.Flatten());
        }
        steps.addAll(canvas.steps(width, height, options.shape(), Step.Pad.Colour.WHITE));
        steps.add(new Step.EncodeJpeg(quality.quantizer()));
        return ready(steps, Format.JPEG, canvas);
    }

    /** Whether it fits whatever it shows, or because the original, which is a JPEG, does by far. */
    private boolean fitsAsJpeg(ImageCanvas canvas, Quality quality) {
        double pixels = (double) canvas.width() * canvas.height();
        if (pixels * quality.bytesPerPixel() <= maxBytes) {
            return true;
        }
        double before = (double) image.width() * image.height();
        double bytes = diagnosis.bytes().orElseThrow().atMost();
        double growth = bytes / before >= FINE ? quality.growthIfFine() : quality.growth();
        return source == Format.JPEG
                && !diagnosis.breaks(RuleId.IMAGE_SIZE)
                && bytes * growth * Math.max(1, pixels / before) <= maxBytes;
    }

    /** What comes before scaling: which frame, which part of it, and which way up. */
    private List<Step> prepared() {
        List<Step> steps = new ArrayList<>();
        if (options.stripMetadata()) {
            steps.add(new Step.StripMetadata());
        }
        if (image.animated().orElse(false)) {
            steps.add(new Step.FirstFrame());
        }
        if (image.isGrid()) {
            // FFmpeg turns what it puts together from tiles, whatever the options say.
            steps.add(new Step.WholeImage(width, height, true));
            return steps;
        }
        if (source == Format.HEIC || source == Format.AVIF) {
            steps.add(new Step.WholeImage(
                    image.displaySize().width().rounded(),
                    image.displaySize().height().rounded(),
                    false));
        }
        image.orientation()
                .filter(orientation -> orientation != ExifOrientation.NORMAL)
                .ifPresent(way -> steps.add(new Step.TurnUpright(way.rotation(), way.mirrored())));
        return steps;
    }

    private FixPlan ready(List<Step> steps, Format format, ImageCanvas canvas) {
        ImageFacts copy = ImageFacts.builder()
                .width(canvas.width())
                .height(canvas.height())
                .bitDepth(USUAL_BITS)
                .alpha(Optional.of(format == Format.PNG && hasAlpha()))
                .animated(false)
                .build();
        return new FixPlan.Ready(steps, source, format, copy, maxBytes);
    }
}
