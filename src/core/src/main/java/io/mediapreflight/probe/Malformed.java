package io.mediapreflight.probe;

/**
 * What is wrong with a header: a value, since it is a property of the file. (A disk that fails is not, and stays an
 * {@code IOException}.)
 *
 * @param code which clause is broken, for programs
 * @param gravity how sure it is that a decoder stumbles over it
 * @param offset where in the file, in bytes from its start
 * @param what a clause without a full stop that says what stands there, such as {@code IHDR is 12 bytes long, not 13}
 * @param clause the specification that is broken, or the bound of ours that was reached
 */
public record Malformed(MalformedCode code, Gravity gravity, long offset, String what, String clause) {
    /** How sure it is that a decoder stumbles. */
    public enum Gravity {
        /** Some decoders read past it, some refuse: within the bound under one reading only. */
        TOLERATED,
        /** A bound of ours was reached before the header was understood: nothing is known. */
        UNDECIDED,
        /** No decoder can make sense of it. */
        BROKEN
    }

    /** A header that no decoder can make sense of. */
    public static Malformed broken(MalformedCode code, long offset, String what, String clause) {
        return new Malformed(code, Gravity.BROKEN, offset, what, clause);
    }

    /** A header that some decoders read past. */
    public static Malformed tolerated(MalformedCode code, long offset, String what, String clause) {
        return new Malformed(code, Gravity.TOLERATED, offset, what, clause);
    }

    /** A header that goes on beyond what we are ready to read. */
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
