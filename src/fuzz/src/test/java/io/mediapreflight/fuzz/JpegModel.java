package io.mediapreflight.fuzz;

import io.mediapreflight.fixture.Bytes;
import java.util.Arrays;
import java.util.Optional;

/** JPEG from segment to segment (ITU-T T.81 B.1). */
final class JpegModel implements FormatModel {
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;

    @Override
    public Optional<String> objection(byte[] passed) {
        int scan = scan(passed);
        if (scan < 0) {
            return Optional.of("it has no scan");
        }
        for (int at = scan; at < passed.length - 1; at++) {
            if ((passed[at] & 0xFF) == 0xFF && (passed[at + 1] & 0xFF) == EOI) {
                return Optional.empty();
            }
        }
        return Optional.of("nothing behind its scan ends it");
    }

    /** Where the first scan begins by the lengths of the segments; −1 where there is none. */
    private static int scan(byte[] file) {
        int at = 2;
        while (at < file.length - 3) {
            int code = file[at + 1] & 0xFF;
            if ((file[at] & 0xFF) != 0xFF || code == 0xFF || code == 0) {
                at++;
            } else if (code == SOS) {
                return at;
            } else {
                boolean isAlone = code == 1 || (code >= 0xD0 && code <= EOI);
                at += 2 + (isAlone ? 0 : ((file[at + 2] & 0xFF) << 8) + (file[at + 3] & 0xFF));
            }
        }
        return -1;
    }

    /** A comment in front. Only an index of several images says how long the first one is, from its very beginning. */
    @Override
    public Optional<byte[]> padded(byte[] passed, Draw draw) {
        if (Bytes.holds(passed, "MPF\0")) {
            return Optional.empty();
        }
        int length = draw.below(40);
        return Optional.of(Bytes.join(
                Arrays.copyOf(passed, 2),
                Bytes.u16(0xFFFE),
                Bytes.u16(2 + length),
                draw.bytes(length),
                Arrays.copyOfRange(passed, 2, passed.length)));
    }
}
