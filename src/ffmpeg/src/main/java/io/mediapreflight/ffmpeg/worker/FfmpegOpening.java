package io.mediapreflight.ffmpeg.worker;

import io.mediapreflight.ffmpeg.InProcessExaminer;
import io.mediapreflight.ffmpeg.Natives;
import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import io.mediapreflight.ffmpeg.message.WorkerConfig;
import io.mediapreflight.ffmpeg.thumbnail.FirstFrame;
import io.mediapreflight.text.Phrase;
import java.time.Duration;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;

/** Loads FFmpeg into this process. Only a worker's process ever loads this class. */
final class FfmpegOpening implements WorkerLoop.Opening {
    /** Of the time for a file: what is left is for an examination that has to notice that its time is over. */
    private static final double TIME_USED = 0.9;

    /** A larger image takes seconds and more than half of the memory, for a few thousand pixels that are shown of it. */
    private static final long THUMBNAIL_PIXELS = 100_000_000;

    private static final int MAX_CAUSES = 16; // a chain of causes may lead back to itself

    @Override
    public WorkerLoop.OpenedExaminer open(WorkerConfig config) throws UnavailableException {
        try {
            Natives.load();
            avcodec.avcodec_version();
            avformat.avformat_version();
            swscale.swscale_version();
        } catch (LinkageError e) {
            throw new UnavailableException(ClassPathNatives.missing()
                    .orElse(Phrase.of("ffmpeg:not-loaded-because")
                            .with("reason", String.valueOf(rootOf(e).getMessage()))
                            .toString()));
        }
        Natives.limitAllocation(config.nativeBytes());
        Duration wallTime = Duration.ofNanos((long) (config.fileTime().toNanos() * TIME_USED));
        InProcessExaminer examiner = InProcessExaminer.builder(config.limits())
                .depth(config.depth())
                .bounds(DecodeBounds.standard().withWallTime(wallTime))
                .build();
        DecodeBounds bounds = DecodeBounds.standard().withWallTime(wallTime).withPixels(THUMBNAIL_PIXELS);
        return new WorkerLoop.OpenedExaminer(
                examiner,
                (file, probed, longerSide) -> new FirstFrame(longerSide, bounds).of(file, probed),
                InProcessExaminer.BY + " " + avutil.av_version_info().getString());
    }

    /** A library that cannot be loaded hides why it could not be unpacked. */
    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        for (int depth = 0; depth < MAX_CAUSES && root.getCause() != null; depth++) {
            root = root.getCause();
        }
        return root;
    }
}
