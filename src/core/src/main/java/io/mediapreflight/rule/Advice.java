package io.mediapreflight.rule;

import io.mediapreflight.spec.AdviceId;
import java.util.Optional;

/**
 * A recommendation that was not followed, with no limit behind it. It never changes an outcome.
 *
 * @param id which recommendation
 * @param actual what was found, with times and figures
 * @param limit what is recommended, and the threshold by which it was judged, in words
 * @param fix what to do about it
 * @param path where in a request it is; empty for a file's
 */
public record Advice(AdviceId id, String actual, String limit, Fix fix, Optional<String> path) {
    /** What every advice is called beside the severities of findings. */
    public static final String SEVERITY = "advice";

    /** Advice that is not about a place in a request, mended as its kind usually is. */
    public Advice(AdviceId id, String actual, String limit) {
        this(id, actual, limit, Fix.of(id.remedy()), Optional.empty());
    }

    /** The same, mended by a command; see {@link Fix#command}. */
    public Advice(AdviceId id, String actual, String limit, Fix fix) {
        this(id, actual, limit, fix, Optional.empty());
    }

    /** The same, about this place in a request. */
    public Advice at(String place) {
        return new Advice(id, actual, limit, fix, Optional.of(place));
    }

    /** One or two whole sentences. */
    public String message() {
        return String.format(id.sentence(), actual, limit);
    }

    @Override
    public String toString() {
        return id.id() + " " + SEVERITY + ": " + message();
    }
}
