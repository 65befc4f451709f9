package io.mediapreflight.fix;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.ImageReading;
import io.mediapreflight.decoder.MediaReading;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoCoding;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Format;
import io.mediapreflight.text.Phrase;
import java.util.List;
import java.util.Optional;

/** The facts that a plan is made from: the headers', or else a decoder's, in the same form. */
final class Examined {
    private Examined() {}

    /** For a file of which neither says enough. */
    static FixPlan unknown(Diagnosis diagnosis, Format format) {
        if (diagnosis.decoderResult().isPresent()) {
            return FixPlan.Impossible.since("unknown");
        }
        return format.isDecodedOnly()
                ? new FixPlan.NeedsExamination(
                        Phrase.of("plan.needs-examination").with("format", format.label()))
                : new FixPlan.Impossible(
                        Phrase.of("plan.impossible.not-decoded").with("format", format.label()));
    }

    static Optional<VideoFacts> video(Probed probed, Optional<DecoderResult> decoderResult) {
        if (probed.facts().isPresent()) {
            return Optional.of(
                    probed.facts().get() instanceof VideoFacts video
                            ? video
                            : animation((ImageFacts) probed.facts().get()));
        }
        return reading(decoderResult).filter(VideoReading.class::isInstance).map(own -> facts((VideoReading) own));
    }

    static Optional<ImageFacts> image(Probed probed, Optional<DecoderResult> decoderResult) {
        if (probed.facts().isPresent()) {
            return probed.facts().filter(ImageFacts.class::isInstance).map(ImageFacts.class::cast);
        }
        return reading(decoderResult)
                .filter(ImageReading.class::isInstance)
                .map(ImageReading.class::cast)
                .filter(own -> own.size().isPresent())
                .map(Examined::facts);
    }

    private static Optional<MediaReading> reading(Optional<DecoderResult> decoderResult) {
        return decoderResult.flatMap(DecoderResult::reading);
    }

    private static VideoFacts animation(ImageFacts image) {
        return VideoFacts.builder()
                .coded(List.of(image.displaySize()))
                .container(image.duration())
                .videoTrack(image.duration())
                .coding(VideoCoding.builder().alpha(image.alpha()).build())
                .build();
    }

    private static VideoFacts facts(VideoReading reading) {
        return VideoFacts.builder()
                .codec(reading.codec().orElse(""))
                .coded(reading.coded().map(List::of).orElse(List.of()))
                .shown(reading.shown())
                .rotation(reading.rotation())
                .mirrored(reading.mirrored().orElse(false))
                .container(reading.container())
                .videoTrack(reading.played().map(VideoReading.Played::seconds).or(reading::videoTrack))
                .enabledVideo(1)
                .coding(reading.coding())
                .audio(reading.audio().orElse(true))
                .build();
    }

    private static ImageFacts facts(ImageReading reading) {
        return ImageFacts.builder()
                .width(reading.size().orElseThrow().width())
                .height(reading.size().orElseThrow().height())
                .orientation(reading.orientation())
                .alpha(reading.alpha())
                .build();
    }
}
