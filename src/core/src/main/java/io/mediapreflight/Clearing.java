package io.mediapreflight;

import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.MediaReference;
import io.mediapreflight.request.url.PublicUrl;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.source.FileDigest;
import io.mediapreflight.source.FileStamp;
import io.mediapreflight.source.SourceChangedException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Clears a request. The digests must belong to the bytes that were judged, so every file is judged again after its
 * digest was computed: a file has changed if its stamp differs from that of the first check, before or after the
 * digest, or if its verdict differs. Later changes are found by the digests when the request is sent.
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
            return refused("It was judged by other limits: " + verdict.limits() + ".");
        }
        if (verdict.outcome().compareTo(worst) > 0) {
            return refused(why(verdict.outcome()));
        }
        return verdict.basis().isPresent()
                ? judgeAgain(verdict.basis().get(), worst)
                : refused("It has no URLs from which the service could fetch its media.");
    }

    private Clearance judgeAgain(RequestVerdict.Basis basis, Outcome worst) throws IOException {
        try {
            List<ClearedFile> media = digested(basis);
            Instant now = clock.instant();
            RequestVerdict again = RequestCheck.of(preflight, basis.request(), basis.defects(), basis.local(), now);
            if (!isSame(again)) {
                return refused("A media file has changed since it was judged.");
            }
            return again.outcome().compareTo(worst) > 0
                    ? refused("By now it is judged otherwise: "
                            + again.findings().get(0).message())
                    : cleared(basis.request(), media, now);
        } catch (FileSystemException | SourceChangedException e) {
            return refused("A media file has changed since it was judged, or can no longer be read.");
        }
    }

    private static String why(Outcome outcome) {
        return switch (outcome) {
            case PASS -> throw new IllegalArgumentException("what passes is cleared");
            case WARN ->
                "It is accepted under one reading and refused under another, which was not asked to be enough.";
            case UNKNOWN -> "Not everything that decides could be determined.";
            case FAIL -> "It breaks a rule.";
        };
    }

    private List<ClearedFile> digested(RequestVerdict.Basis basis) throws IOException {
        List<ClearedFile> media = new ArrayList<>();
        for (MediaVerdict item : verdict.media()) {
            String path = item.path().orElse("");
            RequestVerdict.JudgedFile judged = basis.files().get(path);
            if (judged != null) {
                if (!FileStamp.of(judged.file()).equals(judged.stamp())) {
                    throw new SourceChangedException("it was written since it was judged");
                }
                long size = judged.stamp().size();
                media.add(new ClearedFile(path, judged.file(), size, FileDigest.sha256(judged.file(), size)));
            }
        }
        return media;
    }

    private boolean isSame(RequestVerdict again) {
        return again.basis().equals(verdict.basis()) && mediaFindings(again).equals(mediaFindings(verdict));
    }

    private static List<List<Finding>> mediaFindings(RequestVerdict verdict) {
        return verdict.media().stream().map(MediaVerdict::findings).toList();
    }

    private Clearance cleared(GenerationRequest request, List<ClearedFile> media, Instant now) {
        Instant validUntil = Stream.concat(request.referenceImages().stream(), request.referenceVideos().stream())
                .map(MediaReference::url)
                .flatMap(url -> PublicUrl.read(url).expiresAt().stream())
                .reduce(now.plus(ClearedRequest.VALID_FOR), (first, second) -> first.isBefore(second) ? first : second);
        return new Clearance.Cleared(
                new ClearedRequest(request.withDefaults(verdict.limits()), media, verdict.limits(), now, validUntil));
    }

    private Clearance refused(String why) {
        return new Clearance.Refused(verdict, why);
    }
}
