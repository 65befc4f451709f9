package io.mediapreflight.ffmpeg;

import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.ImageReading;
import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import io.mediapreflight.ffmpeg.bound.Watch;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.spec.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a JPEG or PNG with FFmpeg. Safe for use by several threads at once. */
public final class FfmpegImageProbe {
    private final DecodeBounds bounds;

    public FfmpegImageProbe(DecodeBounds bounds) {
        this.bounds = bounds;
    }

    /**
     * FFmpeg's reading of the first frame in the file, which is decoded for it: FFmpeg has no other way.
     *
     * @return empty where FFmpeg takes the file for neither of the two and has no name for it that is known here
     * @throws IOException where the file is missing, no regular one, or may not be read
     */
    public Optional<ImageReading> read(Path file) throws IOException {
        Natives.load();
        try (FileSource source = FileSource.open(file)) {
            Watch watch = new Watch(bounds);
            Optional<Format> own = DecodedFile.takenFor(source, watch);
            if (own.isEmpty() || (own.get() != Format.JPEG && own.get() != Format.PNG)) {
                return own.map(format -> new ImageReading(own, Optional.empty(), Optional.empty()));
            }
            return Optional.of(DecodedFile.image(source, watch, own.get(), Optional.empty(), Depth.ENDS)
                    .reading());
        }
    }
}
