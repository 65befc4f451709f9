package io.mediapreflight.probe.codec;

import io.mediapreflight.probe.Probed;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What a probe found as bytes, exactly, and back: the number of the encoding, the parts in the order of their records,
 * and a checksum. What is not such bytes is no facts, rather than an exception or other facts. Caches hold such bytes under
 * {@link Probed#VERSION}: raise it with every change to them.
 */
public final class ProbedCodec {
    /** Some hundred bytes are usual. Defects are few and short, so more are not real facts, and not worth keeping. */
    public static final int MAX_BYTES = 16 * 1024;

    private static final int ENCODING = 2;
    private static final int CHECKSUM_BYTES = Integer.BYTES;

    private ProbedCodec() {}

    /** Empty where it would take more than {@link #MAX_BYTES}. */
    public static Optional<byte[]> encode(Probed probed) {
        PackedOutput out = new PackedOutput();
        out.number(ENCODING);
        new ProbedEncoder(out).probed(probed);
        byte[] sealed = sealed(out.toByteArray());
        return sealed.length <= MAX_BYTES ? Optional.of(sealed) : Optional.empty();
    }

    /** Empty where the bytes are not what {@link #encode} makes of anything. */
    public static Optional<Probed> decode(byte[] bytes) {
        int end = bytes.length - CHECKSUM_BYTES;
        if (bytes.length > MAX_BYTES
                || end < 0
                || checksum(bytes, end) != ByteBuffer.wrap(bytes).getInt(end)) {
            return Optional.empty();
        }
        try {
            PackedInput in = new PackedInput(bytes, end);
            PackedInput.require(in.number() == ENCODING);
            Probed probed = new ProbedDecoder(in).probed();
            PackedInput.require(in.isAtEnd());
            return Optional.of(probed);
        } catch (CorruptEncodingException e) {
            return Optional.empty();
        }
    }

    /** With the checksum at the end: a flipped bit must not become another duration. */
    static byte[] sealed(byte[] bytes) {
        byte[] sealed = Arrays.copyOf(bytes, bytes.length + CHECKSUM_BYTES);
        ByteBuffer.wrap(sealed).putInt(bytes.length, checksum(bytes, bytes.length));
        return sealed;
    }

    private static int checksum(byte[] bytes, int end) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, end);
        return (int) crc.getValue();
    }
}
