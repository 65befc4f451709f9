package io.mediapreflight.audit.cache;

import io.mediapreflight.Examination;
import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.codec.ExaminationDecoder;
import io.mediapreflight.decoder.codec.ExaminationEncoder;
import io.mediapreflight.probe.codec.CorruptEncodingException;
import io.mediapreflight.probe.codec.PackedInput;
import io.mediapreflight.probe.codec.PackedOutput;
import io.mediapreflight.probe.codec.SealedBytes;
import io.mediapreflight.rule.Advice;
import java.util.List;
import java.util.Optional;

/** What an examination has found as bytes, and back: those that go between two processes, too, with a checksum. */
final class ExaminationCodec {
    /** Some hundred bytes are usual; owners and devices come in lists of a few. What is longer is examined again. */
    static final int MAX_BYTES = 64 * 1024;

    private static final int ENCODING = 1;

    private ExaminationCodec() {}

    /** Empty where it would take more than {@link #MAX_BYTES}. */
    static Optional<byte[]> encode(Examination examination) {
        PackedOutput out = new PackedOutput();
        ExaminationEncoder encoder = new ExaminationEncoder(out);
        out.number(ENCODING);
        out.optional(examination.decoderResult(), encoder::result);
        out.list(examination.advice(), encoder::advice);
        byte[] sealed = SealedBytes.seal(out);
        return sealed.length <= MAX_BYTES ? Optional.of(sealed) : Optional.empty();
    }

    /** Empty where the bytes are not what {@link #encode} makes of anything. */
    static Optional<Examination> decode(byte[] bytes) {
        try {
            PackedInput in = SealedBytes.open(bytes);
            PackedInput.require(bytes.length <= MAX_BYTES && in.number() == ENCODING);
            ExaminationDecoder decoder = new ExaminationDecoder(in);
            Optional<DecoderResult> result = in.optional(decoder::result);
            List<Advice> advice = in.list(decoder::advice);
            PackedInput.require(in.isAtEnd());
            return Optional.of(new Examination(result, advice, 0));
        } catch (CorruptEncodingException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty(); // records guard themselves: these were none
        }
    }
}
