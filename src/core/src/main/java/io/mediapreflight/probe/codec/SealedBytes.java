package io.mediapreflight.probe.codec;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Bytes with their checksum at the end: a flipped bit on a disk must not become another duration. */
public final class SealedBytes {
    private static final int CHECKSUM_BYTES = Integer.BYTES;

    private SealedBytes() {}

    /** What was written so far, and its checksum. */
    public static byte[] seal(PackedOutput out) {
        return seal(out.toByteArray());
    }

    /** The bytes and their checksum. */
    public static byte[] seal(byte[] bytes) {
        byte[] sealed = Arrays.copyOf(bytes, bytes.length + CHECKSUM_BYTES);
        ByteBuffer.wrap(sealed).putInt(bytes.length, checksum(bytes, bytes.length));
        return sealed;
    }

    /** What {@link #seal} has sealed. */
    public static PackedInput open(byte[] bytes) throws CorruptEncodingException {
        int end = bytes.length - CHECKSUM_BYTES;
        PackedInput.require(
                end >= 0 && checksum(bytes, end) == ByteBuffer.wrap(bytes).getInt(end));
        return new PackedInput(bytes, end);
    }

    private static int checksum(byte[] bytes, int end) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, end);
        return (int) crc.getValue();
    }
}
