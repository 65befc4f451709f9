package io.mediapreflight.probe.codec;

import io.mediapreflight.probe.Probed;
import java.util.Optional;

/**
 * What a probe found as bytes, exactly, and back: the number of the encoding, the parts in the order of their records,
 * and a checksum. What is not such bytes is no facts, rather than an exception or other facts. Caches hold such bytes under
 * {@link Probed#VERSION}: raise it with every change to them.
 */
public final class ProbedCodec {
    /** Some hundred bytes are usual. Defects are few and short, so more are not real facts, and not worth keeping. */
    public static final int MAX_BYTES = 16 * 1024;

    private static final int ENCODING = 2;

    private ProbedCodec() {}

    /** Empty where it would take more than {@link #MAX_BYTES}. */
    public static Optional<byte[]> encode(Probed probed) {
        PackedOutput out = new PackedOutput();
        out.number(ENCODING);
        new ProbedEncoder(out).probed(probed);
        byte[] sealed = SealedBytes.seal(out);
        return sealed.length <= MAX_BYTES ? Optional.of(sealed) : Optional.empty();
    }

    /** Empty where the bytes are not what {@link #encode} makes of anything. */
    public static Optional<Probed> decode(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            PackedInput in = SealedBytes.open(bytes);
            PackedInput.require(in.number() == ENCODING);
            Probed probed = new ProbedDecoder(in).probed();
            PackedInput.require(in.isAtEnd());
            return Optional.of(probed);
        } catch (CorruptEncodingException e) {
            return Optional.empty();
        }
    }
}
