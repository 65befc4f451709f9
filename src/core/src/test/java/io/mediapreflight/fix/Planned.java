package io.mediapreflight.fix;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.MediaReading;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.source.SourceName;
import java.util.List;
import java.util.Optional;

/** Short words for "make the plan for this and return a part of it". */
final class Planned {
    private Planned() {}

    static FixPlan.Ready ready(MediaVerdict verdict) {
        return ready(verdict, Shape.PAD);
    }

    static FixPlan.Ready ready(MediaVerdict verdict, Shape shape) {
        if (verdict.plan(shape) instanceof FixPlan.Ready ready) {
            return ready;
        }
        throw new AssertionError(verdict.plan(shape) + " for " + verdict.findings());
    }

    static FixPlan.Ready ready(MediaVerdict verdict, FixOptions options) {
        if (verdict.plan(options) instanceof FixPlan.Ready ready) {
            return ready;
        }
        throw new AssertionError(verdict.plan(options) + " for " + verdict.findings());
    }

    static List<String> steps(FixPlan.Ready plan) {
        return plan.steps().stream().map(step -> step.phrase().toString()).toList();
    }

    static FixCommand command(FixPlan.Ready plan, String name) {
        return FixCommand.of(plan, SourceName.of(name)).orElseThrow();
    }

    /** The same verdict with what a decoder says of the file. */
    static MediaVerdict decoded(MediaVerdict verdict, MediaReading reading, Decoding decoding) {
        return new MediaVerdict(
                verdict.source(),
                verdict.subject(),
                verdict.probed(),
                verdict.bytes(),
                Optional.of(new DecoderResult("FFmpeg", Optional.of(reading), decoding)),
                verdict.findings(),
                verdict.advice(),
                verdict.limits(),
                0,
                0);
    }

    static List<String> steps(MediaVerdict verdict) {
        return steps(verdict, Shape.PAD);
    }

    static List<String> steps(MediaVerdict verdict, Shape shape) {
        return steps(ready(verdict, shape));
    }

    static VideoFacts video(MediaVerdict verdict) {
        return (VideoFacts) ready(verdict).planned();
    }

    static ImageFacts image(MediaVerdict verdict) {
        return (ImageFacts) ready(verdict).planned();
    }

    /** Why there is no plan: the last part of the key. */
    static String reason(MediaVerdict verdict) {
        if (verdict.plan(Shape.PAD) instanceof FixPlan.Impossible impossible) {
            String key = impossible.reason().key();
            return key.substring(key.lastIndexOf('.') + 1);
        }
        throw new AssertionError("there is a plan: " + verdict.plan(Shape.PAD));
    }

    static FixCommand command(MediaVerdict verdict, String name) {
        return FixCommand.of(ready(verdict), SourceName.of(name)).orElseThrow();
    }

    static String wordAfter(String option, List<String> words) {
        return words.get(words.indexOf(option) + 1);
    }
}
