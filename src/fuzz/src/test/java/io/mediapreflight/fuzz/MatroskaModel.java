package io.mediapreflight.fuzz;

import io.mediapreflight.fixture.Bytes;
import java.util.Arrays;
import java.util.Optional;

/** Matroska as elements whose lengths stand in front of them (RFC 8794). */
final class MatroskaModel implements FormatModel {
    private static final int ID = 4;

    @Override
    public boolean endsOnce() {
        return true;
    }

    /** A void element between the header and the segment (RFC 8794 11.3.2). */
    @Override
    public Optional<byte[]> padded(byte[] passed, Draw draw) {
        int width = Integer.numberOfLeadingZeros(passed[ID] & 0xFF) - 23;
        long length = passed[ID] & (0xFF >> width);
        for (int i = 1; i < width; i++) {
            length = (length << 8) + (passed[ID + i] & 0xFF);
        }
        int end = (int) (ID + width + length);
        int room = draw.below(40);
        return Optional.of(Bytes.join(
                Arrays.copyOf(passed, end),
                Bytes.u8(0xEC),
                Bytes.u8(0x80 | room),
                draw.bytes(room),
                Arrays.copyOfRange(passed, end, passed.length)));
    }
}
