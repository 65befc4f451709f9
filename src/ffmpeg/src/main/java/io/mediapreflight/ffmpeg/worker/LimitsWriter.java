package io.mediapreflight.ffmpeg.worker;

import io.mediapreflight.probe.codec.PackedOutput;
import io.mediapreflight.probe.codec.ProbedEncoder;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RequestLimits;
import io.mediapreflight.spec.Span;
import java.util.Set;

/** Writes a profile of limits, all of it; {@link LimitsReader} reads it in the same order. */
final class LimitsWriter {
    private final PackedOutput out;
    private final ProbedEncoder facts;

    LimitsWriter(PackedOutput out, ProbedEncoder facts) {
        this.out = out;
        this.facts = facts;
    }

    void limits(Limits limits) {
        out.text(limits.profile());
        out.text(limits.model());
        out.text(limits.source());
        out.number(limits.date().toEpochDay());
        formats(limits.imageFormats());
        out.number(limits.imageSize().count());
        span(limits.imageSide());
        facts.fraction(limits.imageAspectRatio());
        formats(limits.videoFormats());
        out.number(limits.videoSize().count());
        span(limits.videoSide());
        facts.fraction(limits.videoMinSeconds());
        for (Orientation orientation : Orientation.values()) {
            facts.fraction(limits.videoMaxSeconds(orientation));
        }
        request(limits.request());
    }

    private void formats(Set<Format> formats) {
        out.list(formats.stream().sorted().toList(), facts::format);
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
