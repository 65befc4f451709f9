package io.mediapreflight.json;

import io.mediapreflight.text.Phrase;
import java.util.Optional;

/**
 * The value of a text, or why it is no JSON.
 *
 * @param value empty where there is a problem
 * @param problem one clause, with the line and column at its end; the column alone where the text is a line of a longer one
 */
public record ParsedJson(Optional<Json> value, Optional<String> problem) {
    static ParsedJson of(Json value) {
        return new ParsedJson(Optional.of(value), Optional.empty());
    }

    static ParsedJson problem(Phrase what) {
        return new ParsedJson(Optional.empty(), Optional.of(what.toString()));
    }

    /** The value where it is an object. */
    public Optional<Json.Obj> object() {
        return value.flatMap(each -> each instanceof Json.Obj object ? Optional.of(object) : Optional.empty());
    }

    /** Why there is no {@link #object}, in a clause; empty where there is one. */
    public Optional<String> objectProblem() {
        Optional<String> broken = problem.map(
                what -> Phrase.of("json:not-json").with("reason", what).toString());
        return broken.or(() -> object().isPresent()
                ? Optional.empty()
                : Optional.of(Phrase.of("json:not-an-object").toString()));
    }
}
