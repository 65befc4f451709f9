package io.mediapreflight.fuzz;

import io.mediapreflight.fixture.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** WebP as chunks of one RIFF file (RFC 9649 2.3). */
final class WebpModel implements FormatModel {
    private static final int HEADER = 8;

    private static ByteBuffer buffer(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long end(byte[] file) {
        return HEADER + (buffer(file).getInt(4) & 0xFFFF_FFFFL);
    }

    @Override
    public Optional<String> objection(byte[] passed) {
        return end(passed) <= passed.length
                ? Optional.empty()
                : Optional.of("it should have " + end(passed) + " bytes");
    }

    @Override
    public boolean endsOnce() {
        return true;
    }

    /** Whether the chunks end where the file says that it ends. */
    private static boolean isFull(byte[] file, int end) {
        long at = HEADER + 4;
        while (at <= end - HEADER) {
            long length = buffer(file).getInt((int) at + 4) & 0xFFFF_FFFFL;
            at += HEADER + length + (length & 1);
        }
        return at == end;
    }

    /** A chunk of an unknown name behind the others; only an extended file may have one (RFC 9649 2.7). */
    @Override
    public Optional<byte[]> padded(byte[] passed, Draw draw) {
        int end = (int) end(passed);
        if (passed[15] != 'X' || !isFull(passed, end)) {
            return Optional.empty();
        }
        int length = 2 * draw.below(20);
        byte[] size = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .array();
        byte[] padded = Bytes.join(
                Arrays.copyOf(passed, end),
                Bytes.text("PADD"),
                size,
                draw.bytes(length),
                Arrays.copyOfRange(passed, end, passed.length));
        buffer(padded).putInt(4, end + length);
        return Optional.of(padded);
    }
}
