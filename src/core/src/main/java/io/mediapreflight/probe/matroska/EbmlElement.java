package io.mediapreflight.probe.matroska;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.Optional;

/**
 * An element of EBML (RFC 8794 6).
 *
 * @param id with its length marker, as the standards write it
 * @param body where its data begin
 * @param end where they end; {@link Long#MAX_VALUE} where that is not known (RFC 8794 6.2) or beyond it
 */
public record EbmlElement(int id, long body, long end) {
    /** Up to 4 bytes of id and 8 of size, and the data of a number. */
    private static final int READ = 16;

    private static final int MAX_ID = 4;
    private static final int MAX_SIZE = 8;

    /** Empty where the source has no (whole) element there. */
    public static Optional<EbmlElement> at(Window window, long offset) throws IOException, MalformedException {
        if (offset < 0 || !window.exists(offset)) {
            return Optional.empty();
        }
        window.prefetch(offset, READ);
        int idLength = length(window.u8(offset));
        long size = offset + idLength;
        if (idLength > MAX_ID || !window.has(size, 1)) {
            return Optional.empty();
        }
        int sizeLength = length(window.u8(size));
        if (sizeLength > MAX_SIZE || !window.has(offset, idLength + sizeLength)) {
            return Optional.empty();
        }
        long marker = 1L << (7 * sizeLength);
        long bytes = number(window, size, sizeLength) - marker;
        long body = size + sizeLength;
        boolean unknown = bytes == marker - 1 || bytes > Long.MAX_VALUE - body;
        return Optional.of(
                new EbmlElement((int) number(window, offset, idLength), body, unknown ? Long.MAX_VALUE : body + bytes));
    }

    /** The number of leading zeros of a first byte, and one (RFC 8794 4). */
    private static int length(int first) {
        return Integer.numberOfLeadingZeros(first) - 23;
    }

    private static long number(Window window, long offset, int length) throws IOException, MalformedException {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | window.u8(offset + i);
        }
        return number;
    }
}
