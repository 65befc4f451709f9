package io.mediapreflight.decoder.codec;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.ImageReading;
import io.mediapreflight.decoder.MediaReading;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.probe.codec.EnumIds;
import io.mediapreflight.probe.codec.FactTypes;
import io.mediapreflight.probe.codec.PackedOutput;
import io.mediapreflight.probe.codec.PhraseType;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.text.Phrase;

/** Writes what an examination found, part by part; {@link ExaminationDecoder} reads it in the same order. */
public final class ExaminationEncoder {
    /** How depths are called. */
    public static final EnumIds<Depth> DEPTHS = new EnumIds<>(Depth.class, Enum::name);

    static final EnumIds<AdviceId> ADVICE = new EnumIds<>(AdviceId.class, AdviceId::id);

    static final int IMAGE = 1;
    static final int VIDEO = 2;

    static final int DECODED = 1;
    static final int BROKEN = 2;
    static final int UNDECIDED = 3;

    private final PackedOutput out;

    public ExaminationEncoder(PackedOutput out) {
        this.out = out;
    }

    /** The decoder, its reading, and whether it could decode. */
    public void result(DecoderResult result) {
        out.text(result.by());
        out.optional(result.reading(), this::reading);
        decoding(result.decoding());
    }

    private void reading(MediaReading reading) {
        if (reading instanceof ImageReading image) {
            out.number(IMAGE);
            ReadingTables.IMAGE.write(image, out);
        } else if (reading instanceof VideoReading video) {
            out.number(VIDEO);
            ReadingTables.VIDEO.write(video, out);
        }
    }

    private void decoding(Decoding decoding) {
        if (decoding instanceof Decoding.Decoded decoded) {
            out.number(DECODED);
            out.text(DEPTHS.of(decoded.depth()));
            out.number(decoded.frames());
        } else if (decoding instanceof Decoding.Broken broken) {
            out.number(BROKEN);
            FactTypes.FRACTION.optional().write(out, broken.at());
            out.text(broken.what());
        } else if (decoding instanceof Decoding.Undecided undecided) {
            out.number(UNDECIDED);
            out.text(undecided.why());
            out.flag(undecided.lasting());
        }
    }

    /** Advice as data: it becomes words in the language of the program that reads it. */
    public void advice(Advice advice) {
        out.text(ADVICE.of(advice.id()));
        phrase(advice.found());
        phrase(advice.recommended());
        phrase(advice.fix().sentence());
        out.list(advice.fix().command(), out::text);
        out.optional(advice.path(), out::text);
    }

    private void phrase(Phrase phrase) {
        PhraseType.INSTANCE.write(out, phrase);
    }
}
