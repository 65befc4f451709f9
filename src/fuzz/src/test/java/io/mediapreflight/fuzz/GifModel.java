package io.mediapreflight.fuzz;

import io.mediapreflight.fixture.Bytes;
import java.util.Arrays;
import java.util.Optional;

/** GIF as blocks behind its logical screen (GIF89a). */
final class GifModel implements FormatModel {
    private static final int SCREEN = 13;
    private static final int TRAILER = 0x3B;

    @Override
    public Optional<String> objection(byte[] passed) {
        for (int at = SCREEN; at < passed.length; at++) {
            if (passed[at] == TRAILER) {
                return Optional.empty();
            }
        }
        return Optional.of("it has no trailer");
    }

    /** A comment in front of the other blocks (GIF89a 24). */
    @Override
    public Optional<byte[]> padded(byte[] passed, Draw draw) {
        int packed = passed[10] & 0xFF;
        int blocks = SCREEN + (packed < 0x80 ? 0 : 3 << ((packed & 7) + 1));
        int length = 1 + draw.below(40);
        return Optional.of(Bytes.join(
                Arrays.copyOf(passed, blocks),
                Bytes.u16(0x21FE),
                Bytes.u8(length),
                draw.bytes(length),
                Bytes.u8(0),
                Arrays.copyOfRange(passed, blocks, passed.length)));
    }
}
