package io.mediapreflight.rule;

import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.text.Messages;
import io.mediapreflight.text.Phrase;
import java.util.Optional;

/**
 * A recommendation that was not followed; it is no limit, and never changes an outcome.
 *
 * @param id which recommendation
 * @param found what was found, with times and figures
 * @param recommended what is recommended, and the threshold by which it was judged
 * @param fix what to do about it
 * @param path where in a request it is; empty for a file's
 */
public record Advice(AdviceId id, Phrase found, Phrase recommended, Fix fix, Optional<String> path) {
    /** The severity of all advice, beside those of findings. */
    public static final String SEVERITY = "advice";

    /** Advice that is not about a place in a request, with the usual fix of its kind. */
    public Advice(AdviceId id, Phrase found, Phrase recommended) {
        this(id, found, recommended, Fix.of(Phrase.of(id.id() + ".fix")), Optional.empty());
    }

    /** The same, with the title of its kind as the recommendation. */
    public Advice(AdviceId id, Phrase found) {
        this(id, found, Phrase.of(id.id() + ".title"));
    }

    /** The same with another fix. */
    public Advice fixedBy(Fix other) {
        return new Advice(id, found, recommended, other, path);
    }

    /** The same, about this place in a request. */
    public Advice at(String place) {
        return new Advice(id, found, recommended, fix, Optional.of(place));
    }

    /** What was found, in words. */
    public String actual() {
        return found.toString();
    }

    /** What is recommended, in words. */
    public String limit() {
        return recommended.toString();
    }

    /** One or two whole sentences. */
    public String message() {
        return Messages.current()
                .text(Phrase.of(id.id() + ".advice").with("actual", found).with("limit", recommended));
    }

    @Override
    public String toString() {
        return id.id() + " " + SEVERITY + ": " + message();
    }
}
