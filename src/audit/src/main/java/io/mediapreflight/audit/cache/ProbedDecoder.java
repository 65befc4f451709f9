package io.mediapreflight.audit.cache;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.PictureSize;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what {@link ProbedEncoder} wrote. Holds every number to what its record promises, since the rules rely on it. */
final class ProbedDecoder {
    private static final int QUARTER_TURN = 90;

    private final PackedInput in;

    ProbedDecoder(PackedInput in) {
        this.in = in;
    }

    Probed probed() throws CorruptFactsException {
        Optional<Format> format = in.optional(() -> ProbedCodec.FORMATS.named(in.text()));
        Kind kind = ProbedCodec.KINDS.named(in.text());
        Optional<MediaFacts> facts = in.optional(this::facts);
        Optional<Completeness> completeness = in.optional(this::completeness);
        return new Probed(format, kind, facts, completeness, in.list(this::malformed));
    }

    private MediaFacts facts() throws CorruptFactsException {
        return in.number(ProbedEncoder.IMAGE, ProbedEncoder.VIDEO) == ProbedEncoder.IMAGE ? image() : video();
    }

    private ImageFacts image() throws CorruptFactsException {
        long width = in.number(1, Long.MAX_VALUE);
        long height = in.number(1, Long.MAX_VALUE);
        long tag = in.number(0, ExifOrientation.values().length);
        return new ImageFacts(
                width, height, ExifOrientation.ofTag(tag), in.text(), in.integer(0), in.integer(0), in.flag());
    }

    private VideoFacts video() throws CorruptFactsException {
        VideoFacts.Brand brand = new VideoFacts.Brand(in.optional(in::text), ProbedCodec.STANDINGS.named(in.text()));
        String codec = in.text();
        List<PictureSize> coded = in.list(this::size);
        Optional<PictureSize> shown = in.optional(this::size);
        Optional<PictureSize> trackHeader = in.optional(this::size);
        OptionalInt rotation = rotation();
        boolean mirrored = in.flag();
        VideoFacts.Durations durations = new VideoFacts.Durations(seconds(), seconds(), seconds(), seconds());
        VideoFacts.Tracks tracks = new VideoFacts.Tracks(in.integer(0), in.flag());
        return new VideoFacts(
                brand, codec, coded, shown, trackHeader, rotation, mirrored, durations, tracks, in.flag());
    }

    private OptionalInt rotation() throws CorruptFactsException {
        if (!in.flag()) {
            return OptionalInt.empty();
        }
        int degrees = (int) in.number(0, 3 * QUARTER_TURN);
        PackedInput.require(degrees % QUARTER_TURN == 0);
        return OptionalInt.of(degrees);
    }

    private Optional<Fraction> seconds() throws CorruptFactsException {
        return in.optional(() -> fraction(0));
    }

    private Completeness completeness() throws CorruptFactsException {
        long which = in.number(ProbedEncoder.WHOLE, ProbedEncoder.UNDECIDED);
        if (which == ProbedEncoder.WHOLE) {
            return new Completeness.Whole(in.number(0, Long.MAX_VALUE));
        }
        return which == ProbedEncoder.CUT_OFF
                ? new Completeness.CutOff(in.number(0, Long.MAX_VALUE), malformed())
                : new Completeness.Undecided(in.text());
    }

    private Malformed malformed() throws CorruptFactsException {
        return new Malformed(ProbedCodec.GRAVITIES.named(in.text()), in.number(), in.text(), in.text());
    }

    private PictureSize size() throws CorruptFactsException {
        return new PictureSize(fraction(1), fraction(1));
    }

    private Fraction fraction(long least) throws CorruptFactsException {
        return new Fraction(in.number(least, Long.MAX_VALUE), in.number(1, Long.MAX_VALUE));
    }
}
