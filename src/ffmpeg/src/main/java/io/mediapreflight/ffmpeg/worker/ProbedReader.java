package io.mediapreflight.ffmpeg.worker;

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

/** Reads what {@link ProbedWriter} wrote. Holds every number to what its record promises, since the rules rely on it. */
final class ProbedReader {
    private static final int QUARTER_TURN = 90;

    private final PackedInput in;

    ProbedReader(PackedInput in) {
        this.in = in;
    }

    Probed probed() throws ProtocolException {
        Optional<Format> format = in.optional(() -> ProbedWriter.FORMATS.named(in.text()));
        Kind kind = ProbedWriter.KINDS.named(in.text());
        Optional<MediaFacts> facts = in.optional(this::facts);
        Optional<Completeness> completeness = in.optional(this::completeness);
        return new Probed(format, kind, facts, completeness, in.list(this::malformed));
    }

    private MediaFacts facts() throws ProtocolException {
        return in.number(ProbedWriter.IMAGE, ProbedWriter.VIDEO) == ProbedWriter.IMAGE ? image() : video();
    }

    private ImageFacts image() throws ProtocolException {
        long width = in.number(1, Long.MAX_VALUE);
        long height = in.number(1, Long.MAX_VALUE);
        long tag = in.number(0, ExifOrientation.values().length);
        return new ImageFacts(
                width, height, ExifOrientation.ofTag(tag), in.text(), in.integer(0), in.integer(0), in.flag());
    }

    private VideoFacts video() throws ProtocolException {
        VideoFacts.Brand brand = new VideoFacts.Brand(in.optional(in::text), ProbedWriter.STANDINGS.named(in.text()));
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

    OptionalInt rotation() throws ProtocolException {
        if (!in.flag()) {
            return OptionalInt.empty();
        }
        int degrees = (int) in.number(0, 3 * QUARTER_TURN);
        PackedInput.require(degrees % QUARTER_TURN == 0);
        return OptionalInt.of(degrees);
    }

    Optional<Fraction> seconds() throws ProtocolException {
        return in.optional(() -> fraction(0));
    }

    private Completeness completeness() throws ProtocolException {
        long which = in.number(ProbedWriter.WHOLE, ProbedWriter.UNDECIDED);
        if (which == ProbedWriter.WHOLE) {
            return new Completeness.Whole(in.number(0, Long.MAX_VALUE));
        }
        return which == ProbedWriter.CUT_OFF
                ? new Completeness.CutOff(in.number(0, Long.MAX_VALUE), malformed())
                : new Completeness.Undecided(in.text());
    }

    private Malformed malformed() throws ProtocolException {
        return new Malformed(ProbedWriter.GRAVITIES.named(in.text()), in.number(), in.text(), in.text());
    }

    PictureSize size() throws ProtocolException {
        return new PictureSize(fraction(1), fraction(1));
    }

    Fraction fraction(long least) throws ProtocolException {
        return new Fraction(in.number(least, Long.MAX_VALUE), in.number(1, Long.MAX_VALUE));
    }
}
