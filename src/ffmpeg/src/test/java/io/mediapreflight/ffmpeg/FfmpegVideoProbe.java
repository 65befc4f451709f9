package io.mediapreflight.ffmpeg;

import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import io.mediapreflight.ffmpeg.bound.Watch;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.spec.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads an MP4 or QuickTime video with FFmpeg. Safe for use by several threads at once. */
public final class FfmpegVideoProbe {
    private final DecodeBounds bounds;

    public FfmpegVideoProbe(DecodeBounds bounds) {
        this.bounds = bounds;
    }

    /**
     * FFmpeg's reading of a video, of which the first frame is decoded to learn its size.
     *
     * @param fragmented whether samples lie in movie fragments, which FFmpeg does not report
     * @return empty where FFmpeg cannot open it, or takes it for something that has no name here
     * @throws IOException where the file is missing, no regular one, or may not be read
     */
    public Optional<VideoReading> read(Path file, boolean fragmented) throws IOException {
        Natives.load();
        try (FileSource source = FileSource.open(file)) {
            return DecodedFile.video(
                            source, new Watch(bounds), Format.MP4, fragmented, Optional.empty(), Optional.empty())
                    .reading();
        }
    }
}
