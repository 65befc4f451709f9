package io.mediapreflight;

import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.source.FileStamp;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Limits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The verdict on a request and its media: a whole body, a row of a manifest, or an image and a video that belong
 * together. Only {@link Preflight} creates it, since it is what clears a request.
 */
public final class RequestVerdict implements Verdict {
    private final SourceName source;
    private final List<Finding> findings;
    private final List<MediaVerdict> media;
    private final List<Advice> advice;
    private final Map<Finding, Acceptance> acceptances;
    private final Limits limits;
    private final long elapsedNanos;
    private final Optional<Basis> basis;

    RequestVerdict(
            SourceName source,
            List<Finding> findings,
            List<MediaVerdict> media,
            List<Advice> advice,
            Map<Finding, Acceptance> acceptances,
            Limits limits,
            long elapsedNanos,
            Optional<Basis> basis) {
        this.source = source;
        this.findings = List.copyOf(findings);
        this.media = List.copyOf(media);
        this.advice = List.copyOf(advice);
        this.acceptances = Map.copyOf(acceptances);
        this.limits = limits;
        this.elapsedNanos = elapsedNanos;
        this.basis = basis;
    }

    /** The same verdict under this name of the request. */
    public RequestVerdict named(SourceName name) {
        return new RequestVerdict(name, findings, media, advice, acceptances, limits, elapsedNanos, basis);
    }

    /** The same with other names for its media, or with what a baseline accepts of them; what was found stays. */
    public RequestVerdict withMedia(UnaryOperator<MediaVerdict> change) {
        List<MediaVerdict> changed = media.stream().map(change).toList();
        for (int i = 0; i < changed.size(); i++) {
            if (!changed.get(i).findings().equals(media.get(i).findings())) {
                throw new IllegalArgumentException(
                        "what was found in " + media.get(i).source() + " cannot change");
            }
        }
        return new RequestVerdict(source, findings, changed, advice, acceptances, limits, elapsedNanos, basis);
    }

    @Override
    public RequestVerdict accepted(Map<Finding, Acceptance> accepted) {
        return new RequestVerdict(source, findings, media, advice, accepted, limits, elapsedNanos, basis);
    }

    /** Empty for a request that has no URLs yet: a row of a manifest, a pair of files. */
    public Optional<GenerationRequest> request() {
        return basis.map(Basis::request);
    }

    @Override
    public SourceName source() {
        return source;
    }

    /** The request's own findings, each with its JSON path; worst first, then in the order of docs/limits.md, "The rules". */
    @Override
    public List<Finding> findings() {
        return findings;
    }

    /** One verdict for each reference: images, then videos. */
    @Override
    public List<MediaVerdict> media() {
        return media;
    }

    /** Recommendations for the request as a whole, each with its JSON path. */
    @Override
    public List<Advice> advice() {
        return advice;
    }

    @Override
    public Map<Finding, Acceptance> acceptances() {
        return acceptances;
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public Optional<String> kindId() {
        return Optional.of("request");
    }

    /** Bytes read from the media; the request itself is read whole. */
    @Override
    public long bytesRead() {
        return media.stream().mapToLong(MediaVerdict::bytesRead).sum();
    }

    @Override
    public long elapsedNanos() {
        return elapsedNanos;
    }

    /** What it takes to judge the same again; empty where it can never be sent. */
    Optional<Basis> basis() {
        return basis;
    }

    @Override
    public String toString() {
        return outcome().id() + " " + request().map(Object::toString).orElseGet(source::toString) + ", findings "
                + findings + ", media " + media;
    }

    /**
     * What was judged.
     *
     * @param defects of the body
     * @param local the local copies
     * @param copies those of them that were judged, by the path of their slot
     * @param fetched what came of fetching from URLs, likewise
     */
    record Basis(
            GenerationRequest request,
            List<RequestDefect> defects,
            LocalMedia local,
            Map<String, JudgedCopy> copies,
            Map<String, Fetched> fetched) {
        Basis {
            defects = List.copyOf(defects);
            copies = Map.copyOf(copies);
            fetched = Map.copyOf(fetched);
        }
    }

    /**
     * A local copy.
     *
     * @param stamp as it was before a file was judged; empty for a source
     */
    record JudgedCopy(LocalCopy copy, Optional<FileStamp> stamp) {}
}
