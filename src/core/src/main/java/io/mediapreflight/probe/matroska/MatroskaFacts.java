package io.mediapreflight.probe.matroska;

import io.mediapreflight.probe.VideoCoding;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Puts what a segment says into the words that videos have in common. */
final class MatroskaFacts {
    private MatroskaFacts() {}

    static VideoFacts of(MatroskaSegment segment, MatroskaTrack video) throws IOException {
        Optional<Fraction> container = segment.seconds();
        Optional<Fraction> ofTrack = segment.seconds(video);
        long enabled = segment.tracks().stream()
                .filter(track -> track.isVideo() && track.isEnabled())
                .count();
        MatroskaCoding coding = MatroskaCoding.of(video);
        MatroskaVideo frames = video.video();
        return VideoFacts.builder()
                .codec(coding.codec())
                .coded(frames.coded().map(List::of).orElse(List.of()))
                .shown(frames.shown())
                .configured(coding.configuration().otherSizes(frames.coded(), frames.hasDisplaySize()))
                .rotation(frames.projection().rotation())
                .mirrored(frames.projection().mirrored())
                .container(container)
                // Matroska has one duration, the segment's; tags may say more of a track.
                .videoTrack(ofTrack.isPresent() ? ofTrack : container)
                .enabledVideo((int) enabled)
                .audio(segment.tracks().stream().anyMatch(MatroskaTrack::isAudio))
                .coding(withAudio(coding.coding(video), segment))
                .build();
    }

    private static VideoCoding withAudio(VideoCoding coding, MatroskaSegment segment) {
        for (MatroskaTrack track : segment.tracks()) {
            if (track.isAudio() && !track.codec().isEmpty()) {
                return coding.toBuilder()
                        .audioCodec(Optional.of(MatroskaCoding.audioCodec(track.codec())))
                        .audioChannels(track.channels())
                        .build();
            }
        }
        return coding;
    }
}
