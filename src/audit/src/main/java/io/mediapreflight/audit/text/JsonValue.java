package io.mediapreflight.audit.text;

/**
 * A value in a line of JSON.
 *
 * @param text what a string says, or how a number is written; {@code ""} for every other kind
 */
public record JsonValue(Kind kind, String text) {
    /** What sort of value it is. */
    public enum Kind {
        STRING("a string"),
        NUMBER("a number"),
        BOOLEAN("true or false"),
        NULL("null"),
        OBJECT("an object"),
        ARRAY("an array");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For people. */
        public String inWords() {
            return words;
        }
    }

    public boolean isString() {
        return kind == Kind.STRING;
    }
}
