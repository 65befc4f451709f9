package io.mediapreflight.probe.codec;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Kind;

/** Writes what a probe found, part by part; {@link ProbedDecoder} reads it in the same order. */
public final class ProbedEncoder {
    static final EnumIds<Kind> KINDS = new EnumIds<>(Kind.class, Kind::id);
    static final EnumIds<MalformedCode> CODES = new EnumIds<>(MalformedCode.class, Enum::name);
    static final EnumIds<Malformed.Gravity> GRAVITIES = new EnumIds<>(Malformed.Gravity.class, Enum::name);

    static final int IMAGE = 1;
    static final int VIDEO = 2;
    static final int WHOLE = 1;
    static final int CUT_OFF = 2;
    static final int UNDECIDED = 3;

    private final PackedOutput out;

    public ProbedEncoder(PackedOutput out) {
        this.out = out;
    }

    public void probed(Probed probed) {
        out.optional(probed.format(), format -> FactTypes.FORMAT.write(out, format));
        out.text(KINDS.of(probed.kind()));
        out.optional(probed.facts(), this::facts);
        out.optional(probed.completeness(), this::completeness);
        out.list(probed.defects(), this::malformed);
    }

    private void facts(MediaFacts facts) {
        if (facts instanceof ImageFacts image) {
            out.number(IMAGE);
            MediaTables.IMAGE.write(image, out);
        } else if (facts instanceof VideoFacts video) {
            out.number(VIDEO);
            MediaTables.VIDEO.write(video, out);
        }
    }

    private void completeness(Completeness completeness) {
        if (completeness instanceof Completeness.Whole whole) {
            out.number(WHOLE);
            out.number(whole.trailingBytes());
        } else if (completeness instanceof Completeness.CutOff cut) {
            out.number(CUT_OFF);
            out.number(cut.missingBytes());
            malformed(cut.where());
        } else if (completeness instanceof Completeness.Undecided undecided) {
            out.number(UNDECIDED);
            malformed(undecided.where());
        }
    }

    private void malformed(Malformed malformed) {
        out.text(CODES.of(malformed.code()));
        out.text(GRAVITIES.of(malformed.gravity()));
        out.number(malformed.offset());
        PhraseType.INSTANCE.write(out, malformed.what());
        out.text(malformed.clause());
    }
}
