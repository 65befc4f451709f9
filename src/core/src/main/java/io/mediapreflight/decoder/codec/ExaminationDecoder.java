package io.mediapreflight.decoder.codec;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.MediaReading;
import io.mediapreflight.probe.codec.CorruptEncodingException;
import io.mediapreflight.probe.codec.FactTypes;
import io.mediapreflight.probe.codec.PackedInput;
import io.mediapreflight.probe.codec.PhraseType;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.text.Phrase;
import java.util.Optional;

/** Reads what {@link ExaminationEncoder} wrote. Records guard themselves: bytes that are no record may also lead to an unchecked exception. */
public final class ExaminationDecoder {
    private final PackedInput in;

    public ExaminationDecoder(PackedInput in) {
        this.in = in;
    }

    /** The decoder, its reading, and whether it could decode. */
    public DecoderResult result() throws CorruptEncodingException {
        String by = in.text();
        Optional<MediaReading> reading = in.optional(this::reading);
        return new DecoderResult(by, reading, decoding());
    }

    private MediaReading reading() throws CorruptEncodingException {
        return in.number(ExaminationEncoder.IMAGE, ExaminationEncoder.VIDEO) == ExaminationEncoder.IMAGE
                ? ReadingTables.IMAGE.read(in)
                : ReadingTables.VIDEO.read(in);
    }

    private Decoding decoding() throws CorruptEncodingException {
        return switch ((int) in.number(ExaminationEncoder.DECODED, ExaminationEncoder.UNDECIDED)) {
            case ExaminationEncoder.DECODED ->
                new Decoding.Decoded(ExaminationEncoder.DEPTHS.named(in.text()), in.number());
            case ExaminationEncoder.BROKEN ->
                new Decoding.Broken(FactTypes.FRACTION.optional().read(in), in.text());
            default -> new Decoding.Undecided(in.text(), in.flag());
        };
    }

    /** One advice. */
    public Advice advice() throws CorruptEncodingException {
        AdviceId id = ExaminationEncoder.ADVICE.named(in.text());
        Phrase found = PhraseType.INSTANCE.read(in);
        Phrase recommended = PhraseType.INSTANCE.read(in);
        Fix fix = new Fix(PhraseType.INSTANCE.read(in), in.list(in::text));
        return new Advice(id, found, recommended, fix, in.optional(in::text));
    }
}
