package io.mediapreflight.ffmpeg.thumbnail;

import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import io.mediapreflight.ffmpeg.bound.Watch;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.spec.Format;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber.ImageMode;

/**
 * An image, or the first frame of a video that can be decoded, as a small JPEG: in its proportions and upright. A file that crashes
 * a decoder ends the process with it.
 *
 * @param longerSide pixels of the longer side at most; what is smaller is not enlarged
 * @param bounds what one file may cost
 */
public record FirstFrame(int longerSide, DecodeBounds bounds) {
    public static final int MAX_SIDE = 1024;

    /** What the grabber asks for to go back to the beginning, which is always possible here. */
    private static final int WHOLE_FILE = Integer.MAX_VALUE;

    /** What FFmpeg calls the formats of which it decodes the first frame; of HEIC and AVIF it shows a tile alone. */
    private static final Map<Format, String> DEMUXERS = Map.ofEntries(
            Map.entry(Format.JPEG, "jpeg_pipe"),
            Map.entry(Format.PNG, "png_pipe"),
            Map.entry(Format.GIF, "gif"),
            Map.entry(Format.WEBP, "webp_pipe"),
            Map.entry(Format.BMP, "bmp_pipe"),
            Map.entry(Format.TIFF, "tiff_pipe"),
            Map.entry(Format.MP4, "mov"),
            Map.entry(Format.MOV, "mov"),
            Map.entry(Format.THREE_GP, "mov"),
            Map.entry(Format.MKV, "matroska"),
            Map.entry(Format.WEBM, "matroska"),
            Map.entry(Format.AVI, "avi"),
            Map.entry(Format.FLV, "flv"),
            Map.entry(Format.MPEGTS, "mpegts"),
            Map.entry(Format.MPEG, "mpeg"),
            Map.entry(Format.OGG, "ogg"),
            Map.entry(Format.ASF, "asf"));

    static {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }

    public FirstFrame {
        if (longerSide < 1 || longerSide > MAX_SIDE) {
            throw new IllegalArgumentException("not 1 to " + MAX_SIDE + " pixels: " + longerSide);
        }
    }

    /** Whether there may be one of a file of this format. */
    public static boolean isPossible(Format format) {
        return DEMUXERS.containsKey(format);
    }

    /**
     * The JPEG.
     *
     * @param probed what the headers of the file say
     * @throws IOException where the file cannot be read, or nothing in it can be decoded within the bounds
     */
    public byte[] of(Path file, Probed probed) throws IOException {
        String demuxer = probed.format().map(DEMUXERS::get).orElse("");
        if (demuxer.isEmpty()) {
            throw undecodable();
        }
        Watch watch = new Watch(bounds);
        try (FileSource source = FileSource.open(file);
                FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(new WatchedStream(source, watch), WHOLE_FILE)) {
            open(grabber, demuxer, probed.facts());
            Frame frame = grabber.grabImage();
            if (frame == null || frame.image == null) {
                throw undecodable();
            }
            return upright(Pixels.of(frame), probed.facts()).jpeg();
        }
    }

    private static IOException undecodable() {
        return new IOException(Phrase.of("ffmpeg:no-decodable-track").toString());
    }

    private void open(FFmpegFrameGrabber grabber, String demuxer, Optional<MediaFacts> facts) throws IOException {
        grabber.setFormat(demuxer);
        grabber.setImageMode(ImageMode.COLOR);
        // No protocol has this name: whatever a file refers to, nothing else is opened.
        grabber.setOption("protocol_whitelist", "none");
        if (demuxer.equals("mov")) {
            grabber.setOption("enable_drefs", "0");
        }
        grabber.setVideoOption("threads", Integer.toString(bounds.threads()));
        grabber.setVideoOption("max_pixels", Long.toString(bounds.pixels()));
        grabber.start();
        if (grabber.getImageWidth() < 1 || grabber.getImageHeight() < 1) {
            throw undecodable();
        }
        double width = grabber.getImageWidth();
        double height = grabber.getImageHeight();
        Optional<PixelSize> shown = facts.flatMap(FirstFrame::shown);
        if (shown.isPresent()) {
            width = shown.get().width().rounded();
            height = shown.get().height().rounded();
        }
        double scale = longerSide / Math.max(longerSide, Math.max(width, height));
        grabber.setImageWidth((int) Math.max(1, width * scale));
        grabber.setImageHeight((int) Math.max(1, height * scale));
    }

    /** Before rotation, with square pixels. */
    private static Optional<PixelSize> shown(MediaFacts facts) {
        return facts instanceof VideoFacts video ? video.displaySize() : Optional.empty();
    }

    private static Pixels upright(Pixels image, Optional<MediaFacts> facts) {
        if (facts.orElse(null) instanceof VideoFacts video) {
            return image.turned(video.rotation().orElse(0), video.mirrored());
        }
        Optional<ExifOrientation> orientation =
                facts.orElse(null) instanceof ImageFacts still ? still.orientation() : Optional.empty();
        return orientation
                .map(each -> image.turned(each.rotation(), each.mirrored()))
                .orElse(image);
    }
}
