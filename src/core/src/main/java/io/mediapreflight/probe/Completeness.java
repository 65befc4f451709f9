package io.mediapreflight.probe;

/** Whether a file ends where its format says it ends. */
public sealed interface Completeness {
    /**
     * The file is complete.
     *
     * @param trailingBytes bytes behind the end of the format's own data: padding, a motion photo's video; 0 or more
     */
    record Whole(long trailingBytes) implements Completeness {
        /** Complete, with nothing behind it. */
        public static final Whole EXACT = new Whole(0);

        public Whole {
            if (trailingBytes < 0) {
                throw new IllegalArgumentException("fewer than 0 bytes behind the end");
            }
        }
    }

    /**
     * The file stops before its end.
     *
     * @param missingBytes the minimum number of missing bytes, 1 or more; 0 where that is unknown
     * @param where what is cut off, and where
     */
    record CutOff(long missingBytes, Malformed where) implements Completeness {
        public CutOff {
            if (missingBytes < 0) {
                throw new IllegalArgumentException("fewer than 0 bytes are missing");
            }
        }
    }

    /**
     * It could not be determined.
     *
     * @param where the reason, and its place
     */
    record Undecided(Malformed where) implements Completeness {}
}
