package io.mediapreflight.request;

import io.mediapreflight.text.Phrase;

/**
 * A defect in the body of a request, found by the reader of the JSON.
 *
 * @param kind the kind of defect
 * @param path where, such as {@code extra_params.character_orientation} or {@code reference_images[0].url}; {@code
 *     ""} for the whole body
 * @param what a clause without a full stop, such as {@code unknown field; did you mean character_orientation?}
 */
public record RequestDefect(Kind kind, String path, Phrase what) {
    /** What sort of defect it is. */
    public enum Kind {
        /** The body is no JSON object, or goes beyond a bound of the reader: nothing more is known of it. */
        NOT_JSON,
        /** A required field is not there. */
        MISSING,
        /** A field holds another type of value than the page gives it. */
        MISTYPED,
        /** A field stands twice in one object: which of the two counts is anyone's guess. */
        DUPLICATE,
        /** The page does not have this field. */
        UNKNOWN_FIELD
    }
}
