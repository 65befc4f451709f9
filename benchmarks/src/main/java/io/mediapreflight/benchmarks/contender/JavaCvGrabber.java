package io.mediapreflight.benchmarks.contender;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;

/** FFmpeg by JavaCV's grabber, opened as its examples do. An image is decoded thereby, which is how FFmpeg learns its size. */
final class JavaCvGrabber implements Contender {
    JavaCvGrabber() {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }

    @Override
    public String name() {
        return "JavaCV FFmpegFrameGrabber";
    }

    @Override
    public Set<Media> reads() {
        return Media.ALL;
    }

    @Override
    public Object run(Path file) throws IOException {
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile())) {
            grabber.start();
            String codec = grabber.getVideoCodecName();
            double seconds = (double) grabber.getLengthInTime() / TimeUnit.SECONDS.toMicros(1);
            // The rotation is counter-clockwise.
            return Reported.size(grabber.getImageWidth(), grabber.getImageHeight())
                    .rotated(-grabber.getDisplayRotation())
                    .lasting(seconds)
                    .codec(codec == null ? "" : codec);
        }
    }

    @Override
    public Reported reported(Object result) {
        return (Reported) result;
    }
}
