package io.mediapreflight.ffmpeg.fix;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.fix.Diagnosis;
import io.mediapreflight.fix.FixOptions;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.fix.Planner;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.SizeLimit;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is tried once more after a copy that is not as planned: the same plan for a smaller maximum where the copy is too large, else the
 * plan that FFmpeg's reading of the original leads to.
 *
 * @param copy the verdict on the first one
 */
record SecondPlan(Limits limits, FixOptions options, FixPlan.Ready first, MediaVerdict copy) {
    /** Of what the first copy suggests: encoders miss a rate by some percent. */
    private static final double MARGIN = 0.9;

    /**
     * Empty where no other plan is known.
     *
     * @param examined gives the verdict on the original by its headers and by FFmpeg
     */
    Optional<FixPlan.Ready> from(MediaVerdict original, Supplier<MediaVerdict> examined) {
        long bytes = copy.bytes().map(ByteCount::atMost).orElse(0L);
        long max = size().strictBytes();
        if (bytes > max) {
            return ready(smaller(original, (long) (max * MARGIN * max / bytes)));
        }
        return original.decoderResult().isPresent()
                ? Optional.empty()
                : ready(examined.get().plan(options)).filter(plan -> !plan.equals(first));
    }

    private SizeLimit size() {
        return first.format().kind() == Kind.VIDEO ? limits.videoSize() : limits.imageSize();
    }

    private FixPlan smaller(MediaVerdict original, long maxBytes) {
        SizeLimit size = SizeLimit.bytes(Math.max(1, maxBytes));
        Limits tighter = (first.format().kind() == Kind.VIDEO
                        ? limits.toBuilder().videoSize(size)
                        : limits.toBuilder().imageSize(size))
                .build();
        return Planner.plan(
                new Diagnosis(
                        original.probed(),
                        original.bytes(),
                        original.decoderResult(),
                        original.findings(),
                        original.subject(),
                        tighter),
                options);
    }

    private static Optional<FixPlan.Ready> ready(FixPlan plan) {
        return plan instanceof FixPlan.Ready ready ? Optional.of(ready) : Optional.empty();
    }
}
