package io.mediapreflight.probe;

import io.mediapreflight.text.Phrase;

/**
 * A defect of a header: a value, since it is a property of the file. (A failing disk is not, and remains an {@code
 * IOException}.)
 *
 * @param code the broken clause, for programs
 * @param gravity how likely decoders are to fail on it
 * @param offset where in the file, in bytes from its start
 * @param what describes the defect, such as {@code IHDR is 12 bytes long, not 13}: a text of {@code defects.properties}, which
 *     becomes words only where it is shown
 * @param clause the specification that is broken, or the bound of ours that was reached
 */
public record Malformed(MalformedCode code, Gravity gravity, long offset, Phrase what, String clause) {
    /** Which file the texts are in: the beginning of their keys. */
    public static final String TEXTS = "defects:";

    public Malformed {
        if (!what.key().startsWith(TEXTS)) {
            throw new IllegalArgumentException("not a text of a defect: " + what.key());
        }
    }

    /** How likely decoders are to fail. */
    public enum Gravity {
        /** Some decoders ignore it, some refuse the file. */
        TOLERATED,
        /** A bound of ours was reached before the header was understood: nothing is known. */
        UNDECIDED,
        /** No decoder can read it. */
        BROKEN
    }

    /** A header that no decoder can read. */
    public static Malformed broken(MalformedCode code, long offset, Phrase what, String clause) {
        return new Malformed(code, Gravity.BROKEN, offset, what, clause);
    }

    /** A header that some decoders read all the same. */
    public static Malformed tolerated(MalformedCode code, long offset, Phrase what, String clause) {
        return new Malformed(code, Gravity.TOLERATED, offset, what, clause);
    }

    /** A header that continues beyond a bound of ours. */
    public static Malformed undecided(MalformedCode code, long offset, Phrase what, String clause) {
        return new Malformed(code, Gravity.UNDECIDED, offset, what, clause);
    }

    /** An end that cannot be looked at, since its place is unknown. */
    public static Malformed sizeUnknown(long offset, String clause) {
        return undecided(MalformedCode.SIZE_UNKNOWN, offset, Phrase.of("defects:any.size-unknown"), clause);
    }

    /**
     * The same defect in a part that decoders may pass over.
     *
     * @param part the key of a text that says which part that is, around the {@code {defect}}
     */
    public Malformed toleratedIn(String part) {
        return tolerated(code, offset, Phrase.of(part).with("defect", what), clause);
    }

    @Override
    public String toString() {
        return Phrase.of("defects:placed")
                .with("what", what)
                .with("offset", Long.toString(offset)) // as other tools take it, without separators
                .with("clause", clause)
                .toString();
    }
}
