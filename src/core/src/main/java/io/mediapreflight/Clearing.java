package io.mediapreflight;

import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.MediaReference;
import io.mediapreflight.request.url.PublicUrl;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.source.FileStamp;
import io.mediapreflight.source.SourceChangedException;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Clears a request. The digests must belong to the bytes that were judged, so every copy is judged again after its
 * digest was computed: a file has changed if its stamp differs from that of the first check, before or after the
 * digest, and any copy if its facts or findings differ. Later changes are found by the digests when the request is sent.
 */
final class Clearing {
    private final Preflight preflight;
    private final Clock clock;
    private final RequestVerdict verdict;

    Clearing(Preflight preflight, Clock clock, RequestVerdict verdict) {
        this.preflight = preflight;
        this.clock = clock;
        this.verdict = verdict;
    }

    Clearance clear(boolean acceptWarnings) throws IOException {
        Outcome worst = acceptWarnings ? Outcome.WARN : Outcome.PASS;
        if (!verdict.limits().equals(preflight.limits())) {
            return refused(Phrase.of("clearing:other-limits")
                    .with("limits", verdict.limits().toString()));
        }
        if (verdict.outcome().compareTo(worst) > 0) {
            return refused(why(verdict.outcome()));
        }
        return verdict.basis().isPresent()
                ? judgeAgain(verdict.basis().get(), worst)
                : refused(Phrase.of("clearing:no-urls"));
    }

    private Clearance judgeAgain(RequestVerdict.Basis basis, Outcome worst) throws IOException {
        try {
            List<ClearedCopy> media = digested(basis);
            Instant now = clock.instant();
            RequestVerdict again = RequestCheck.of(
                    preflight, basis.request(), basis.defects(), basis.local(), now, Optional.of(basis));
            if (!isSame(again)) {
                return refused(Phrase.of("clearing:changed"));
            }
            return again.outcome().compareTo(worst) > 0
                    ? refused(Phrase.of("clearing:otherwise")
                            .with("reason", again.findings().get(0).message()))
                    : cleared(basis, media, now);
        } catch (FileSystemException | SourceChangedException e) {
            return refused(Phrase.of("clearing:changed-or-gone"));
        }
    }

    private static Phrase why(Outcome outcome) {
        return switch (outcome) {
            case PASS -> throw new IllegalArgumentException("what passes is cleared");
            case WARN -> Phrase.of("clearing:warnings");
            case UNKNOWN -> Phrase.of("clearing:unknown");
            case FAIL -> Phrase.of("clearing:failed");
        };
    }

    private List<ClearedCopy> digested(RequestVerdict.Basis basis) throws IOException {
        List<ClearedCopy> media = new ArrayList<>();
        for (MediaVerdict item : verdict.media()) {
            String path = item.path().orElse("");
            RequestVerdict.JudgedCopy judged = basis.copies().get(path);
            if (judged != null) {
                if (!judged.copy().stamp().equals(judged.stamp())) {
                    throw new SourceChangedException(
                            Phrase.of("clearing:written").toString());
                }
                // What passed is no longer than the limits allow, even where a source does not know its size.
                long maximum = judged.stamp()
                        .map(FileStamp::size)
                        .orElse(verdict.limits().largestBytes());
                media.add(new ClearedCopy(path, judged.copy(), judged.copy().digest(maximum)));
            }
        }
        return media;
    }

    private boolean isSame(RequestVerdict again) {
        return again.basis().equals(verdict.basis()) && found(again).equals(found(verdict));
    }

    private static List<Found> found(RequestVerdict verdict) {
        return verdict.media().stream()
                .map(item -> new Found(item.findings(), item.facts(), item.bytes()))
                .toList();
    }

    private Clearance cleared(RequestVerdict.Basis basis, List<ClearedCopy> media, Instant now) {
        GenerationRequest request = basis.request();
        Instant validUntil = Stream.concat(request.referenceImages().stream(), request.referenceVideos().stream())
                .map(MediaReference::url)
                .flatMap(url -> PublicUrl.read(url).expiresAt().stream())
                .reduce(now.plus(ClearedRequest.VALID_FOR), (first, second) -> first.isBefore(second) ? first : second);
        return new Clearance.Cleared(new ClearedRequest(
                request.withDefaults(verdict.limits()), media, urls(basis), verdict.limits(), now, validUntil));
    }

    private List<ClearedUrl> urls(RequestVerdict.Basis basis) {
        List<ClearedUrl> urls = new ArrayList<>();
        for (MediaVerdict item : verdict.media()) {
            String path = item.path().orElse("");
            Fetched fetched = basis.fetched().get(path);
            if (fetched != null && fetched.served().isPresent()) {
                urls.add(new ClearedUrl(path, fetched.served().get()));
            }
        }
        return urls;
    }

    /** What a check says of a copy, apart from how long it took. */
    private record Found(List<Finding> findings, Optional<MediaFacts> facts, Optional<ByteCount> bytes) {}

    private Clearance refused(Phrase why) {
        return new Clearance.Refused(verdict, why.toString());
    }
}
