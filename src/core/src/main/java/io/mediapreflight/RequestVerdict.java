package io.mediapreflight;

import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.source.FileStamp;
import io.mediapreflight.spec.Limits;
import java.util.List;
import java.util.Map;

/** What became of a request and its media. Comes out of {@link Preflight} only, since a request is cleared by it. */
public final class RequestVerdict {
    private final GenerationRequest request;
    private final List<Finding> findings;
    private final List<MediaVerdict> media;
    private final List<Advice> advice;
    private final Limits limits;
    private final Basis basis;

    RequestVerdict(
            GenerationRequest request,
            List<Finding> findings,
            List<MediaVerdict> media,
            List<Advice> advice,
            Limits limits,
            Basis basis) {
        this.request = request;
        this.findings = List.copyOf(findings);
        this.media = List.copyOf(media);
        this.advice = List.copyOf(advice);
        this.limits = limits;
        this.basis = basis;
    }

    public GenerationRequest request() {
        return request;
    }

    /** The request's own findings, each with its JSON path; worst first, then in the order of SPEC.md. */
    public List<Finding> findings() {
        return findings;
    }

    /** One verdict for each reference: images, then videos. */
    public List<MediaVerdict> media() {
        return media;
    }

    /** What is recommended of the request as a whole, each with its JSON path; it changes no outcome. What is recommended of a medium is in its verdict. */
    public List<Advice> advice() {
        return advice;
    }

    /** The limits it was judged by. */
    public Limits limits() {
        return limits;
    }

    /** The worst of the findings and of the media's outcomes. */
    public Outcome outcome() {
        Outcome worst = findings.isEmpty() ? Outcome.PASS : findings.get(0).severity();
        for (MediaVerdict medium : media) {
            worst = worst.worse(medium.verdict().outcome());
        }
        return worst;
    }

    /** Whether every rule passed under every reading. */
    public boolean passed() {
        return outcome() == Outcome.PASS;
    }

    /** What it takes to judge the same again. */
    Basis basis() {
        return basis;
    }

    @Override
    public String toString() {
        return outcome().id() + " " + request + ", findings " + findings + ", media " + media;
    }

    /**
     * What was judged besides the request.
     *
     * @param defects of the body
     * @param local the files
     * @param stamps of the files, by the path of their slot, before they were judged
     */
    record Basis(List<RequestDefect> defects, LocalMedia local, Map<String, FileStamp> stamps) {
        Basis {
            defects = List.copyOf(defects);
            stamps = Map.copyOf(stamps);
        }
    }
}
