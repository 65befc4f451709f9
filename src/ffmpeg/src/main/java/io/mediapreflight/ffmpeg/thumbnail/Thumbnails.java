package io.mediapreflight.ffmpeg.thumbnail;

import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import io.mediapreflight.ffmpeg.bound.Watch;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber.ImageMode;

/**
 * Small images of a video at even distances, for a report. Use it for videos that an examiner has decoded: of others
 * it gives what it can, and reports no damage. A file that crashes a decoder ends the process with it.
 *
 * @param count how many images at most
 * @param longerSide pixels of the longer side at most; a video that is smaller is not enlarged
 * @param bounds what one file may cost
 */
public record Thumbnails(int count, int longerSide, DecodeBounds bounds) {
    private static final int MAX_COUNT = 100;
    private static final int MAX_SIDE = 1024;

    /** What the grabber asks for to go back to the beginning, which is always possible here. */
    private static final int WHOLE_FILE = Integer.MAX_VALUE;

    static {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }

    public Thumbnails {
        if (count < 1 || count > MAX_COUNT || longerSide < 1 || longerSide > MAX_SIDE) {
            throw new IllegalArgumentException("at most " + MAX_COUNT + " images of at most " + MAX_SIDE + " pixels: "
                    + count + " of " + longerSide);
        }
    }

    /**
     * The images in their order, as PNG, upright only where the video is stored so: as many as come before a bound is reached.
     *
     * @throws IOException where the file cannot be read, or FFmpeg opens no MP4 or QuickTime video in it
     */
    public List<byte[]> of(Path video) throws IOException {
        Watch watch = new Watch(bounds);
        try (FileSource source = FileSource.open(video);
                FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(new WatchedStream(source, watch), WHOLE_FILE)) {
            open(grabber);
            return grab(grabber, watch);
        }
    }

    private void open(FFmpegFrameGrabber grabber) throws IOException {
        grabber.setFormat("mov");
        grabber.setImageMode(ImageMode.COLOR);
        // No protocol has this name: whatever a file refers to, nothing else is opened.
        grabber.setOption("protocol_whitelist", "none");
        grabber.setOption("format_whitelist", "mov,mp4,m4a,3gp,3g2,mj2");
        grabber.setOption("enable_drefs", "0");
        grabber.setVideoOption("threads", Integer.toString(bounds.threads()));
        grabber.setVideoOption("max_pixels", Long.toString(bounds.pixels()));
        grabber.start();
        int width = grabber.getImageWidth();
        int height = grabber.getImageHeight();
        int longer = Math.max(width, height);
        if (width < 1 || height < 1) {
            throw new IOException(Phrase.of("ffmpeg:no-decodable-track").toString());
        }
        if (longer > longerSide) {
            grabber.setImageWidth((int) Math.max(1, (long) width * longerSide / longer));
            grabber.setImageHeight((int) Math.max(1, (long) height * longerSide / longer));
        }
    }

    /** Takes the first frame of each of {@code count} equal parts: every frame is decoded, since a jump may miss what it needs. */
    private List<byte[]> grab(FFmpegFrameGrabber grabber, Watch watch) throws IOException {
        List<byte[]> images = new ArrayList<>(count);
        double part = (double) Math.max(0, grabber.getLengthInTime()) / count;
        Frame frame = grabber.grabImage();
        while (frame != null && images.size() < count && watch.stop().isEmpty()) {
            watch.decoded();
            if (grabber.getTimestamp() >= part * images.size()) {
                images.add(Pixels.of(frame).png());
            }
            frame = grabber.grabImage();
        }
        return List.copyOf(images);
    }
}
