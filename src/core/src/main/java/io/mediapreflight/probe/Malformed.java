package io.mediapreflight.probe;

/**
 * A defect of a header: a value, since it is a property of the file. (A failing disk is not, and remains an {@code
 * IOException}.)
 *
 * @param code the broken clause, for programs
 * @param gravity how likely decoders are to fail on it
 * @param offset where in the file, in bytes from its start
 * @param what a clause without a full stop that describes the defect, such as {@code IHDR is 12 bytes long, not 13}
 * @param clause the specification that is broken, or the bound of ours that was reached
 */
public record Malformed(MalformedCode code, Gravity gravity, long offset, String what, String clause) {
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
    public static Malformed broken(MalformedCode code, long offset, String what, String clause) {
        return new Malformed(code, Gravity.BROKEN, offset, what, clause);
    }

    /** A header that some decoders read all the same. */
    public static Malformed tolerated(MalformedCode code, long offset, String what, String clause) {
        return new Malformed(code, Gravity.TOLERATED, offset, what, clause);
    }

    /** A header that continues beyond a bound of ours. */
    public static Malformed undecided(MalformedCode code, long offset, String what, String clause) {
        return new Malformed(code, Gravity.UNDECIDED, offset, what, clause);
    }

    /** An end that cannot be looked at, since its place is unknown. */
    public static Malformed sizeUnknown(long offset, String clause) {
        return undecided(
                MalformedCode.SIZE_UNKNOWN, offset, "the size is not known, so its end cannot be looked at", clause);
    }

    @Override
    public String toString() {
        return what + ", at byte " + offset + " (" + clause + ")";
    }
}
