package io.mediapreflight.benchmarks.contender;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Fraction;
import java.nio.file.Path;
import java.util.Set;

/**
 * The whole of {@code Preflight.check(path)}: it asks what kind of file it is, since a pipe would block for ever, opens it, probes
 * its headers and its end, judges it by every rule and closes it.
 */
public final class PreflightCheck implements Contender {
    public static final String NAME = "preflight check";

    private final Preflight preflight = Preflight.standard();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Media> reads() {
        return Media.ALL;
    }

    @Override
    public Object run(Path file) {
        return preflight.check(file);
    }

    @Override
    public Reported reported(Object result) {
        MediaVerdict verdict = (MediaVerdict) result;
        boolean isComplete = verdict.probed()
                .flatMap(probed -> probed.completeness())
                .filter(Completeness.Whole.class::isInstance)
                .isPresent();
        return verdict.probed()
                .flatMap(probed -> probed.facts())
                .map(PreflightCheck::facts)
                .orElse(Reported.NOTHING)
                .incomplete(!isComplete);
    }

    private static Reported facts(MediaFacts facts) {
        if (facts instanceof ImageFacts image) {
            int rotation = image.orientation().map(ExifOrientation::rotation).orElse(0);
            return Reported.size((double) image.width(), (double) image.height())
                    .rotated(rotation)
                    .codec(image.coding());
        }
        VideoFacts video = (VideoFacts) facts;
        return video.size()
                .map(size -> Reported.size(number(size.width()), number(size.height())))
                .orElse(Reported.NOTHING)
                .rotated(video.rotation().orElse(0))
                .lasting(video.durations()
                        .all()
                        .mapToDouble(PreflightCheck::number)
                        .max()
                        .orElse(0))
                .codec(video.codec());
    }

    private static double number(Fraction value) {
        return value.toDecimal().doubleValue();
    }
}
