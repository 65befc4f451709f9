package io.mediapreflight.ffmpeg.worker;

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
    private final ProbedReader numbers;

    LimitsReader(PackedInput in, ProbedReader numbers) {
        this.in = in;
        this.numbers = numbers;
    }

    Limits limits() throws ProtocolException {
        try {
            return read();
        } catch (IllegalArgumentException | IllegalStateException | DateTimeException e) {
            throw ProtocolException.garbled(); // the limits guard themselves: these were none
        }
    }

    private Limits read() throws ProtocolException {
        Limits.Builder limits = Limits.klingV3MotionControl().toBuilder()
                .profile(in.text())
                .model(in.text())
                .source(in.text())
                .date(LocalDate.ofEpochDay(in.number()))
                .imageFormats(formats())
                .imageSize(new Megabytes(in.number()))
                .imageSide(span())
                .imageAspectRatio(numbers.fraction(0))
                .videoFormats(formats())
                .videoSize(new Megabytes(in.number()))
                .videoSide(span())
                .videoMinSeconds(numbers.fraction(0));
        for (Orientation orientation : Orientation.values()) {
            limits.videoMaxSeconds(orientation, numbers.fraction(0));
        }
        return limits.request(request()).build();
    }

    private Set<Format> formats() throws ProtocolException {
        return Set.copyOf(in.list(() -> ProbedWriter.FORMATS.named(in.text())));
    }

    private Span span() throws ProtocolException {
        return new Span(in.number(), in.number());
    }

    private RequestLimits request() throws ProtocolException {
        int characters = in.integer(0);
        List<String> resolutions = in.list(in::text);
        return new RequestLimits(characters, resolutions, in.text(), in.integer(0), in.integer(0));
    }
}
