package io.mediapreflight.ffmpeg.worker;

import io.mediapreflight.probe.codec.FactType;
import io.mediapreflight.probe.codec.PackedOutput;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RequestLimits;
import io.mediapreflight.spec.Span;
import java.util.Set;

/** Writes a profile of limits, all of it; {@link LimitsReader} reads it in the same order. */
final class LimitsWriter {
    private final PackedOutput out;

    LimitsWriter(PackedOutput out) {
        this.out = out;
    }

    void limits(Limits limits) {
        out.text(limits.profile());
        out.text(limits.model());
        out.text(limits.source());
        out.number(limits.date().toEpochDay());
        formats(limits.imageFormats());
        out.number(limits.imageSize().count());
        span(limits.imageSide());
        fraction(limits.imageAspectRatio());
        formats(limits.videoFormats());
        out.number(limits.videoSize().count());
        span(limits.videoSide());
        fraction(limits.videoMinSeconds());
        for (Orientation orientation : Orientation.values()) {
            fraction(limits.videoMaxSeconds(orientation));
        }
        request(limits.request());
    }

    private void formats(Set<Format> formats) {
        FactType.FORMAT.packed().list().write(out, formats.stream().sorted().toList());
    }

    private void fraction(Fraction fraction) {
        FactType.FRACTION.packed().write(out, fraction);
    }

    private void span(Span span) {
        out.number(span.min());
        out.number(span.max());
    }

    private void request(RequestLimits request) {
        out.number(request.promptMaxCharacters());
        out.list(request.resolutions(), out::text);
        out.text(request.defaultResolution());
        out.number(request.maxImages());
        out.number(request.maxVideos());
    }
}
