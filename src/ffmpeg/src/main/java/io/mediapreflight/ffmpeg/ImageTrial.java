package io.mediapreflight.ffmpeg;

import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Decoding.Decoded;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.ImageReading.Size;
import io.mediapreflight.ffmpeg.bound.StoppedException;
import io.mediapreflight.ffmpeg.bound.Watch;
import io.mediapreflight.ffmpeg.content.LumaFrame;
import io.mediapreflight.ffmpeg.png.CriticalChunks;
import io.mediapreflight.ffmpeg.png.PngData;
import io.mediapreflight.ffmpeg.png.PngOrder;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Tries whether an image decodes. The file goes to the decoder as it is and whole: FFmpeg's demuxers for images look for the next
 * image behind the first, and report the size of that one.
 */
final class ImageTrial {
    /** The longer side of the small image. */
    private static final int SMALL = 512;

    private final Watch watch;
    private Optional<Size> size = Optional.empty();
    private Optional<ExifOrientation> orientation = Optional.empty();
    private Optional<Boolean> alpha = Optional.empty();
    private Optional<LumaFrame> small = Optional.empty();
    private Optional<Long> trailingBytes = Optional.empty();

    ImageTrial(Watch watch) {
        this.watch = watch;
    }

    /** What was decoded, in pixels as stored. */
    Optional<Size> size() {
        return size;
    }

    Optional<ExifOrientation> orientation() {
        return orientation;
    }

    /** Whether it can be transparent, where no probe reads that. */
    Optional<Boolean> alpha() {
        return alpha;
    }

    /** How many bytes follow the end of the image, where that was found. */
    Optional<Long> trailingBytes() {
        return trailingBytes;
    }

    /** The image, small and gray, where it was decoded. */
    Optional<LumaFrame> small() {
        return small;
    }

    /**
     * Decodes the first image of the file.
     *
     * @param format one whose decoder takes files as they are
     * @param promised the size that the headers promise, where they do
     */
    Decoding run(FileSource source, Format format, Optional<Size> promised, Depth depth) {
        try {
            if (promised.isPresent()) {
                checkSize(promised.get());
            }
            try (FrameDecoder decoder = FrameDecoder.of(codec(format), watch.bounds())) {
                AVPacket packet = decoder.packet();
                ByteBuffer bytes = fill(packet, source);
                Optional<String> damage = Optional.empty();
                if (format == Format.PNG) {
                    damage = order(bytes);
                    int kept = CriticalChunks.keep(bytes);
                    avcodec.av_shrink_packet(packet, kept);
                    damage = damage.isPresent() ? damage : new PngData(watch).damage(bytes.limit(kept));
                }
                Optional<JpegOutline> outline = format == Format.JPEG ? Optional.of(outline(bytes)) : Optional.empty();
                if (format == Format.TIFF) {
                    lookInto(new TiffDirectory(bytes));
                }
                decode(decoder, outline, damage.or(() -> outline.flatMap(JpegOutline::defect)));
                if (format.isDecodedOnly()) {
                    alpha = Optional.of(PixelFormat.hasAlpha(decoder.frame().format()));
                }
                if (damage.isPresent()) {
                    throw new BrokenException(damage.get());
                }
            }
            return new Decoded(depth, 1);
        } catch (BrokenException e) {
            return e.broken();
        } catch (StoppedException e) {
            return e.undecided();
        }
    }

    private static int codec(Format format) {
        return switch (format) {
            case PNG -> avcodec.AV_CODEC_ID_PNG;
            case BMP -> avcodec.AV_CODEC_ID_BMP;
            case TIFF -> avcodec.AV_CODEC_ID_TIFF;
            case JP2 -> avcodec.AV_CODEC_ID_JPEG2000;
            case PSD -> avcodec.AV_CODEC_ID_PSD;
            default -> avcodec.AV_CODEC_ID_MJPEG;
        };
    }

    /** FFmpeg refuses what overflows its numbers or our bound, and the error it then gives is that of a broken file. */
    private void checkSize(Size promised) throws StoppedException {
        boolean fits = promised.width() <= Integer.MAX_VALUE && promised.height() <= Integer.MAX_VALUE;
        if (!fits
                || avutil.av_image_check_size2(
                                (int) promised.width(),
                                (int) promised.height(),
                                watch.bounds().pixels(),
                                avutil.AV_PIX_FMT_NONE,
                                0,
                                null)
                        < 0) {
            throw StoppedException.lasting(Phrase.of("ffmpeg:too-many-pixels")
                    .with("width", promised.width())
                    .with("height", promised.height())
                    .with("max", watch.bounds().pixels()));
        }
    }

    private ByteBuffer fill(AVPacket packet, FileSource source) throws StoppedException {
        long bytes = source.size().orElse(0);
        if (bytes > watch.bounds().imageBytes()) {
            throw StoppedException.lasting(Phrase.of("ffmpeg:too-many-bytes")
                    .with("max", watch.bounds().imageBytes()));
        }
        if (avcodec.av_new_packet(packet, (int) bytes) < 0) {
            throw new StoppedException(Phrase.of("ffmpeg:memory-limit").toString());
        }
        ByteBuffer into = packet.data().capacity(bytes).asByteBuffer();
        try {
            while (into.hasRemaining()) {
                watch.check();
                int read = source.read(into.position(), into);
                if (read < 0) {
                    throw new StoppedException(Phrase.of("ffmpeg:file-shrank").toString());
                }
                watch.read(read);
            }
            return into.rewind().order(ByteOrder.BIG_ENDIAN); // JavaCPP gives the order of the machine
        } catch (IOException e) {
            throw new StoppedException(Phrase.of("ffmpeg:not-read").toString());
        }
    }

    private void lookInto(TiffDirectory directory) throws StoppedException {
        orientation = directory.orientation();
        if (directory.isMisread()) {
            throw StoppedException.lasting(Phrase.of("ffmpeg:codec-variant"));
        }
    }

    private Optional<String> order(ByteBuffer png) {
        PngOrder.Result order = PngOrder.of(png);
        if (order.end().isPresent()) {
            trailingBytes = Optional.of((long) png.limit() - order.end().getAsInt());
        }
        return order.defect();
    }

    private JpegOutline outline(ByteBuffer jpeg) throws StoppedException {
        JpegOutline outline = JpegOutline.of(jpeg);
        if (outline.isUnknownToFfmpeg()) {
            throw StoppedException.lasting(Phrase.of("ffmpeg:jpeg-coding"));
        }
        if (outline.end().isPresent()) {
            trailingBytes = Optional.of((long) jpeg.limit() - outline.end().getAsInt());
        }
        return outline;
    }

    /**
     * Decodes also what is known to be damaged: that gives its size.
     *
     * @param known why, should FFmpeg refuse it; FFmpeg itself says the same of any damage
     */
    private void decode(FrameDecoder decoder, Optional<JpegOutline> outline, Optional<String> known)
            throws BrokenException, StoppedException {
        int error = decoder.send();
        if (error >= 0) {
            error = decoder.receive();
        }
        if (FrameDecoder.isPause(error)) {
            decoder.sendEnd();
            error = decoder.receive();
        }
        watch.check();
        if (error < 0) {
            decoder.throwIfOurs(error);
            if (outline.filter(JpegOutline::isUnusual).isPresent()) {
                throw StoppedException.lasting(Phrase.of("ffmpeg:jpeg-depth"));
            }
            // FFmpeg gives for a lossless JPEG that it cannot decode the error of one that is damaged.
            if (outline.filter(JpegOutline::isLossless).isPresent() && known.isEmpty()) {
                throw StoppedException.lasting(Phrase.of("ffmpeg:jpeg-lossless"));
            }
            throw new BrokenException(known.orElse(Natives.reason(error)));
        }
        AVFrame frame = decoder.frame();
        size = Optional.of(new Size(frame.width(), frame.height()));
        orientation = orientation.or(() -> FrameOrientation.of(frame));
        if (decoder.isDamaged()) {
            throw new BrokenException(Phrase.of("ffmpeg:image-damaged").toString());
        }
        try (LumaScaler scaler = new LumaScaler(SMALL)) {
            small = scaler.scale(frame, Fraction.of(0));
        }
    }
}
