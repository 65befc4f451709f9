package io.mediapreflight.probe.codec;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.PictureSize;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Kind;
import java.util.OptionalInt;

/** Writes facts part by part, each in the order of its record; {@link ProbedDecoder} reads them in the same order. */
public final class ProbedEncoder {
    static final EnumIds<Format> FORMATS = new EnumIds<>(Format.class, Format::id);
    static final EnumIds<Kind> KINDS = new EnumIds<>(Kind.class, Kind::id);
    static final EnumIds<MalformedCode> CODES = new EnumIds<>(MalformedCode.class, Enum::name);
    static final EnumIds<Malformed.Gravity> GRAVITIES = new EnumIds<>(Malformed.Gravity.class, Enum::name);
    static final EnumIds<VideoFacts.Brand.Standing> STANDINGS =
            new EnumIds<>(VideoFacts.Brand.Standing.class, Enum::name);

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
        out.optional(probed.format(), this::format);
        out.text(KINDS.of(probed.kind()));
        out.optional(probed.facts(), this::facts);
        out.optional(probed.completeness(), this::completeness);
        out.list(probed.defects(), this::malformed);
    }

    private void facts(MediaFacts facts) {
        if (facts instanceof ImageFacts image) {
            out.number(IMAGE);
            image(image);
        } else if (facts instanceof VideoFacts video) {
            out.number(VIDEO);
            video(video);
        }
    }

    private void image(ImageFacts image) {
        out.number(image.width());
        out.number(image.height());
        out.number(image.orientation().map(ExifOrientation::tag).orElse(0));
        out.text(image.coding());
        out.number(image.components());
        out.number(image.bitsPerSample());
        out.flag(image.animated());
    }

    private void video(VideoFacts video) {
        out.optional(video.brand().major(), out::text);
        out.text(STANDINGS.of(video.brand().standing()));
        out.text(video.codec());
        out.list(video.coded(), this::size);
        out.optional(video.shown(), this::size);
        out.optional(video.trackHeader(), this::size);
        rotation(video.rotation());
        out.flag(video.mirrored());
        out.optional(video.durations().container(), this::fraction);
        out.optional(video.durations().longestTrack(), this::fraction);
        out.optional(video.durations().videoTrack(), this::fraction);
        out.optional(video.durations().videoMedia(), this::fraction);
        out.number(video.tracks().enabledVideo());
        out.flag(video.tracks().audio());
        out.flag(video.fragmented());
    }

    public void format(Format format) {
        out.text(FORMATS.of(format));
    }

    /** Degrees, where they are known. */
    public void rotation(OptionalInt degrees) {
        out.flag(degrees.isPresent());
        degrees.ifPresent(out::number);
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
            out.text(undecided.why());
        }
    }

    private void malformed(Malformed malformed) {
        out.text(CODES.of(malformed.code()));
        out.text(GRAVITIES.of(malformed.gravity()));
        out.number(malformed.offset());
        out.text(malformed.what());
        out.text(malformed.clause());
    }

    public void size(PictureSize size) {
        fraction(size.width());
        fraction(size.height());
    }

    public void fraction(Fraction fraction) {
        out.number(fraction.numerator());
        out.number(fraction.denominator());
    }
}
