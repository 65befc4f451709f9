package io.mediapreflight.spec;

/**
 * A size limit in "MB", which the page leaves to the reader: a megabyte is 1,000,000 bytes, or 1,048,576.
 *
 * @param count 1 or more
 */
public record Megabytes(long count) {
    private static final long DECIMAL = 1_000_000;
    private static final long BINARY = 1_048_576;

    public Megabytes {
        if (count < 1 || count > Long.MAX_VALUE / BINARY) {
            throw new IllegalArgumentException("not a number of megabytes: " + count);
        }
    }

    /** The strict reading, in bytes: inside it a file is within the limit however MB is read. */
    public long decimalBytes() {
        return count * DECIMAL;
    }

    /** The generous reading, in bytes: outside it a file is over the limit however MB is read. */
    public long binaryBytes() {
        return count * BINARY;
    }

    @Override
    public String toString() {
        return count + " MB";
    }
}
