package io.mediapreflight.probe.codec;

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
public final class ProbedDecoder {
    private static final int QUARTER_TURN = 90;

    private final PackedInput in;

    public ProbedDecoder(PackedInput in) {
        this.in = in;
    }

    public Probed probed() throws CorruptEncodingException {
        Optional<Format> format = in.optional(this::format);
        Kind kind = ProbedEncoder.KINDS.named(in.text());
        Optional<MediaFacts> facts = in.optional(this::facts);
        Optional<Completeness> completeness = in.optional(this::completeness);
        return new Probed(format, kind, facts, completeness, in.list(this::malformed));
    }

    private MediaFacts facts() throws CorruptEncodingException {
        return in.number(ProbedEncoder.IMAGE, ProbedEncoder.VIDEO) == ProbedEncoder.IMAGE ? image() : video();
    }

    private ImageFacts image() throws CorruptEncodingException {
        long width = in.number(1, Long.MAX_VALUE);
        long height = in.number(1, Long.MAX_VALUE);
        long tag = in.number(0, ExifOrientation.values().length);
        return new ImageFacts(
                width, height, ExifOrientation.ofTag(tag), in.text(), in.integer(0), in.integer(0), in.flag());
    }

    private VideoFacts video() throws CorruptEncodingException {
        VideoFacts.Brand brand = new VideoFacts.Brand(in.optional(in::text), ProbedEncoder.STANDINGS.named(in.text()));
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

    public Format format() throws CorruptEncodingException {
        return ProbedEncoder.FORMATS.named(in.text());
    }

    /** 0, 90, 180 or 270 degrees, or none. */
    public OptionalInt rotation() throws CorruptEncodingException {
        if (!in.flag()) {
            return OptionalInt.empty();
        }
        int degrees = (int) in.number(0, 3 * QUARTER_TURN);
        PackedInput.require(degrees % QUARTER_TURN == 0);
        return OptionalInt.of(degrees);
    }

    /** A duration from 0, or none. */
    public Optional<Fraction> seconds() throws CorruptEncodingException {
        return in.optional(() -> fraction(0));
    }

    private Completeness completeness() throws CorruptEncodingException {
        long which = in.number(ProbedEncoder.WHOLE, ProbedEncoder.UNDECIDED);
        if (which == ProbedEncoder.WHOLE) {
            return new Completeness.Whole(in.number(0, Long.MAX_VALUE));
        }
        return which == ProbedEncoder.CUT_OFF
                ? new Completeness.CutOff(in.number(0, Long.MAX_VALUE), malformed())
                : new Completeness.Undecided(in.text());
    }

    private Malformed malformed() throws CorruptEncodingException {
        return new Malformed(
                ProbedEncoder.CODES.named(in.text()),
                ProbedEncoder.GRAVITIES.named(in.text()),
                in.number(),
                in.text(),
                in.text());
    }

    /** From above 0 each way. */
    public PictureSize size() throws CorruptEncodingException {
        return new PictureSize(fraction(1), fraction(1));
    }

    /**
     * A fraction whose denominator is above 0.
     *
     * @param least of the numerator
     */
    public Fraction fraction(long least) throws CorruptEncodingException {
        return new Fraction(in.number(least, Long.MAX_VALUE), in.number(1, Long.MAX_VALUE));
    }
}
