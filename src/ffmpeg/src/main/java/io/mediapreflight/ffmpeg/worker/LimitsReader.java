package io.mediapreflight.ffmpeg.worker;

import io.mediapreflight.probe.codec.CorruptEncodingException;
import io.mediapreflight.probe.codec.PackedInput;
import io.mediapreflight.probe.codec.ProbedDecoder;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Megabytes;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RequestLimits;
import io.mediapreflight.spec.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Reads what {@link LimitsWriter} wrote. */
final class LimitsReader {
    private final PackedInput in;
    private final ProbedDecoder facts;

    LimitsReader(PackedInput in, ProbedDecoder facts) {
        this.in = in;
        this.facts = facts;
    }

    Limits limits() throws CorruptEncodingException {
        try {
            return read();
        } catch (IllegalArgumentException | IllegalStateException | DateTimeException e) {
            throw new CorruptEncodingException(); // the limits guard themselves: these were none
        }
    }

    private Limits read() throws CorruptEncodingException {
        Limits.Builder limits = Limits.klingV3MotionControl().toBuilder()
                .profile(in.text())
                .model(in.text())
                .source(in.text())
                .date(LocalDate.ofEpochDay(in.number()))
                .imageFormats(formats())
                .imageSize(new Megabytes(in.number()))
                .imageSide(span())
                .imageAspectRatio(facts.fraction(0))
                .videoFormats(formats())
                .videoSize(new Megabytes(in.number()))
                .videoSide(span())
                .videoMinSeconds(facts.fraction(0));
        for (Orientation orientation : Orientation.values()) {
            limits.videoMaxSeconds(orientation, facts.fraction(0));
        }
        return limits.request(request()).build();
    }

    private Set<Format> formats() throws CorruptEncodingException {
        return Set.copyOf(in.list(facts::format));
    }

    private Span span() throws CorruptEncodingException {
        return new Span(in.number(), in.number());
    }

    private RequestLimits request() throws CorruptEncodingException {
        int characters = in.integer(0);
        List<String> resolutions = in.list(in::text);
        return new RequestLimits(characters, resolutions, in.text(), in.integer(0), in.integer(0));
    }
}
