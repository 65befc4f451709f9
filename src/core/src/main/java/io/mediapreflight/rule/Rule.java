package io.mediapreflight.rule;

import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.spec.OwnRule;
import java.util.List;

/**
 * A rule of the caller's own, which is judged beside the published ones and appears in every report as they do:
 *
 * <pre>{@code
 * OwnRule square = new OwnRule("acme/square", "the shape", "a square image", "Crop it to a square.");
 * Rule rule = Rule.of(square, (facts, subject) -> facts instanceof ImageFacts image && image.width() != image.height()
 *         ? List.of(Finding.of(square, Outcome.FAIL, image.width() + "x" + image.height()))
 *         : List.of());
 * }</pre>
 *
 * <p>Rules are pure and quick: they read no file, and may be asked by any number of threads at once.
 */
public interface Rule {
    /** Its id and texts. */
    OwnRule description();

    /**
     * Judges media whose headers could be read; of others, which do not pass anyway, no own rule is asked. A rule that throws
     * an unchecked exception, or gives a finding of another rule, counts as {@link Outcome#UNKNOWN}.
     *
     * @param facts an {@link io.mediapreflight.probe.ImageFacts} or a {@link io.mediapreflight.probe.VideoFacts}
     * @return findings of this rule, each {@link Outcome#WARN}, {@link Outcome#UNKNOWN} or {@link Outcome#FAIL}; none where it passes
     */
    List<Finding> judge(MediaFacts facts, Subject subject);

    /** A rule that is judged by a function. */
    static Rule of(OwnRule description, Judge judge) {
        return new Rule() {
            @Override
            public OwnRule description() {
                return description;
            }

            @Override
            public List<Finding> judge(MediaFacts facts, Subject subject) {
                return judge.judge(facts, subject);
            }
        };
    }

    /** What {@link Rule#judge} does. */
    @FunctionalInterface
    interface Judge {
        /** What the rule finds, as {@link Rule#judge} says. */
        List<Finding> judge(MediaFacts facts, Subject subject);
    }
}
