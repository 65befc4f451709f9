package io.mediapreflight.ffmpeg;

import io.mediapreflight.Inspection;
import io.mediapreflight.Preflight;
import io.mediapreflight.decoder.Decoding.Decoded;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import io.mediapreflight.ffmpeg.bound.Watch;
import io.mediapreflight.ffmpeg.content.LumaFrame;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The frames of a video as the content analysis gets them. */
public final class GrayFrames {
    private GrayFrames() {}

    /** Shows every frame, and returns how long the video lasts by its headers; empty where it does not decode. */
    public static Optional<Fraction> show(Path file, Consumer<LumaFrame> show) throws IOException {
        if (!(Preflight.standard().inspect(file) instanceof Inspection.Seen seen)
                || !(seen.probed().facts().orElse(null) instanceof VideoFacts facts)) {
            return Optional.empty();
        }
        Natives.load();
        try (FileSource source = FileSource.open(file)) {
            DecodedFile.Video video = DecodedFile.video(
                    source,
                    new Watch(DecodeBounds.standard()),
                    seen.probed().format().orElse(Format.MP4),
                    facts.fragmented(),
                    Optional.of(Depth.EVERY_FRAME),
                    Optional.of(show));
            Optional<Fraction> track = facts.durations().videoTrack();
            return video.decoding() instanceof Decoded
                    ? track.or(() -> facts.durations().container())
                    : Optional.empty();
        }
    }
}
