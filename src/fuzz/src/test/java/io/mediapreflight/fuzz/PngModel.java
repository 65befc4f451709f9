package io.mediapreflight.fuzz;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.PngBuilder;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/** PNG from chunk to chunk (PNG 5.3). */
final class PngModel implements FormatModel {
    private static final int SIGNATURE = 8;
    private static final int OVERHEAD = 12;
    private static final int IHDR = 0x49484452;
    private static final int IEND = 0x49454E44;
    private static final int EXIF = 0x65584966;
    private static final int AFTER_IHDR = SIGNATURE + OVERHEAD + 13;

    @Override
    public Optional<String> objection(byte[] passed) {
        ByteBuffer file = ByteBuffer.wrap(passed);
        long at = SIGNATURE;
        while (at <= passed.length - OVERHEAD) {
            long length = file.getInt((int) at) & 0xFFFF_FFFFL;
            if (file.getInt((int) at + 4) == IEND) {
                return length == 0 ? Optional.empty() : Optional.of("IEND has data");
            }
            at += OVERHEAD + length;
        }
        return Optional.of("no IEND is reached by the lengths of its chunks");
    }

    @Override
    public boolean endsOnce() {
        return true;
    }

    /** A private chunk that may be left alone, behind IHDR (PNG 5.4, 14). */
    @Override
    public Optional<byte[]> padded(byte[] passed, Draw draw) {
        return Optional.of(Bytes.join(
                Arrays.copyOf(passed, AFTER_IHDR),
                PngBuilder.chunk("prVt", draw.bytes(draw.below(40))),
                Arrays.copyOfRange(passed, AFTER_IHDR, passed.length)));
    }

    /** The same file with right checksums, which no fuzzer guesses, where the probe looks at them. */
    static byte[] withChecksums(byte[] png) {
        ByteBuffer file = ByteBuffer.wrap(png.clone());
        long at = SIGNATURE;
        while (at <= png.length - OVERHEAD) {
            long end = at + OVERHEAD + (file.getInt((int) at) & 0xFFFF_FFFFL);
            int type = file.getInt((int) at + 4);
            if (end <= png.length && (type == IHDR || type == EXIF)) {
                CRC32 crc = new CRC32();
                crc.update(file.array(), (int) at + 4, (int) (end - at) - 8);
                file.putInt((int) end - 4, (int) crc.getValue());
            }
            at = end;
        }
        return file.array();
    }
}
