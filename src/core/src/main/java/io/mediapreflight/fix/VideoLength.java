package io.mediapreflight.fix;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Fraction;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a video is before anything is done to it.
 *
 * @param presented how long its frames are presented; a copy has them all, unless it is trimmed
 * @param longest the longest of all readings, the audio's included
 */
record VideoLength(Fraction presented, Fraction longest) {
    /** So long by every reading. */
    static VideoLength of(Fraction seconds) {
        return new VideoLength(seconds, seconds);
    }

    /** Empty where neither headers nor a decoder say how long the frames are presented. */
    static Optional<VideoLength> of(VideoFacts video, Optional<DecoderResult> decoderResult) {
        VideoFacts.Durations headers = video.durations();
        Optional<VideoReading> decoder = decoderResult
                .flatMap(DecoderResult::reading)
                .filter(VideoReading.class::isInstance)
                .map(VideoReading.class::cast);
        // The table of samples is what a decoder goes by, where a header says something else.
        Optional<Fraction> presented = decoder.flatMap(VideoReading::played)
                .map(VideoReading.Played::seconds)
                .or(headers::videoSamples)
                .or(headers::videoTrack)
                .or(headers::container);
        Stream<Fraction> decoded = decoder.stream()
                .flatMap(own -> Stream.of(own.container(), own.videoTrack()).flatMap(Optional::stream));
        return presented.map(seconds ->
                new VideoLength(seconds, Stream.concat(headers.all(), decoded).reduce(seconds, Fraction::max)));
    }
}
