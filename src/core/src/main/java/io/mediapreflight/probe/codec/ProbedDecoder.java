package io.mediapreflight.probe.codec;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import java.util.Optional;

/** Reads what {@link ProbedEncoder} wrote. The records guard their numbers themselves. */
public final class ProbedDecoder {
    private final PackedInput in;

    public ProbedDecoder(PackedInput in) {
        this.in = in;
    }

    public Probed probed() throws CorruptEncodingException {
        try {
            return read();
        } catch (IllegalArgumentException e) {
            throw new CorruptEncodingException();
        }
    }

    private Probed read() throws CorruptEncodingException {
        Optional<Format> format = in.optional(() -> FactTypes.FORMAT.read(in));
        Kind kind = ProbedEncoder.KINDS.named(in.text());
        Optional<MediaFacts> facts = in.optional(this::facts);
        Optional<Completeness> completeness = in.optional(this::completeness);
        return new Probed(format, kind, facts, completeness, in.list(this::malformed));
    }

    private MediaFacts facts() throws CorruptEncodingException {
        return in.number(ProbedEncoder.IMAGE, ProbedEncoder.VIDEO) == ProbedEncoder.IMAGE
                ? MediaTables.IMAGE.read(in)
                : MediaTables.VIDEO.read(in);
    }

    private Completeness completeness() throws CorruptEncodingException {
        long which = in.number(ProbedEncoder.WHOLE, ProbedEncoder.UNDECIDED);
        if (which == ProbedEncoder.WHOLE) {
            return new Completeness.Whole(in.number());
        }
        return which == ProbedEncoder.CUT_OFF
                ? new Completeness.CutOff(in.number(), malformed())
                : new Completeness.Undecided(malformed());
    }

    private Malformed malformed() throws CorruptEncodingException {
        return new Malformed(
                ProbedEncoder.CODES.named(in.text()),
                ProbedEncoder.GRAVITIES.named(in.text()),
                in.number(),
                PhraseType.INSTANCE.read(in),
                in.text());
    }
}
