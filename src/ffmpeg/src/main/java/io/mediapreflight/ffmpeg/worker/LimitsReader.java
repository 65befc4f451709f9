package io.mediapreflight.ffmpeg.worker;

import io.mediapreflight.probe.codec.CorruptEncodingException;
import io.mediapreflight.probe.codec.FactType;
import io.mediapreflight.probe.codec.PackedInput;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Megabytes;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RequestLimits;
import io.mediapreflight.spec.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Reads what {@link LimitsWriter} wrote. */
final class LimitsReader {
    private final PackedInput in;

    LimitsReader(PackedInput in) {
        this.in = in;
    }

    Limits limits() throws CorruptEncodingException {
        Limits.Builder limits = Limits.klingV3MotionControl().toBuilder()
                .profile(in.text())
                .model(in.text())
                .source(in.text())
                .date(LocalDate.ofEpochDay(in.number()))
                .imageFormats(formats())
                .imageSize(new Megabytes(in.number()))
                .imageSide(span())
                .imageAspectRatio(fraction())
                .videoFormats(formats())
                .videoSize(new Megabytes(in.number()))
                .videoSide(span())
                .videoMinSeconds(fraction());
        for (Orientation orientation : Orientation.values()) {
            limits.videoMaxSeconds(orientation, fraction());
        }
        return limits.request(request()).build();
    }

    private Set<Format> formats() throws CorruptEncodingException {
        return Set.copyOf(FactType.FORMAT.packed().list().read(in));
    }

    private Fraction fraction() throws CorruptEncodingException {
        return FactType.FRACTION.packed().read(in);
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
