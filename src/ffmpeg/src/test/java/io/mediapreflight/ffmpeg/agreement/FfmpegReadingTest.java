package io.mediapreflight.ffmpeg.agreement;

import io.mediapreflight.decoder.MediaReading;
import io.mediapreflight.ffmpeg.FfmpegImageProbe;
import io.mediapreflight.ffmpeg.FfmpegVideoProbe;
import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** FFmpeg under the contract: what it misreads it has to leave out, and no more than that. */
class FfmpegReadingTest extends ReadingContract {
    private static final Set<String> OMITTED = Set.of(
            // FFmpeg 8.0 reads no eXIf chunk.
            "exif-orientation-3-behind-image-data.png orientation",
            "exif-orientation-6.png orientation",
            // It knows of a fragmented video what it has met so far.
            "fragmented.mp4 container",
            "fragmented.mp4 videoTrack",
            // Its clock counts the empty edit in front.
            "edit-list-late-picture.mp4 container",
            "edit-list-late-picture.mp4 videoTrack");

    private final FfmpegVideoProbe videos = new FfmpegVideoProbe(DecodeBounds.standard());
    private final FfmpegImageProbe images = new FfmpegImageProbe(DecodeBounds.standard());

    @Override
    Optional<MediaReading> read(Path file) throws IOException {
        Probed probed = HeaderReadings.probed(file).orElseThrow();
        if (probed.facts().orElseThrow() instanceof VideoFacts facts) {
            return videos.read(file, facts.fragmented()).map(reading -> reading);
        }
        return images.read(file).map(reading -> reading);
    }

    @Override
    boolean mayOmit(String file, String fact) {
        return OMITTED.contains(file + " " + fact);
    }
}
