package io.mediapreflight;

import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.url.PublicUrl;
import io.mediapreflight.source.GuardedSource;
import io.mediapreflight.source.SourceChangedException;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A request that was judged and may be sent until it expires. Only {@link Preflight#clear} creates it, so code that
 * accepts only this type cannot send a request that was not judged.
 */
public final class ClearedRequest {
    /**
     * How long a clearance is valid: long enough to look at it and decide, and short enough that a presigned URL that
     * passed (valid for at least {@link PublicUrl#SOON}) is still valid for most of that time when the service
     * fetches it.
     */
    public static final Duration VALID_FOR = Duration.ofMinutes(15);

    private final GenerationRequest request;
    private final List<ClearedCopy> media;
    private final List<ClearedUrl> urls;
    private final Limits limits;
    private final Instant clearedAt;
    private final Instant validUntil;

    ClearedRequest(
            GenerationRequest request,
            List<ClearedCopy> media,
            List<ClearedUrl> urls,
            Limits limits,
            Instant clearedAt,
            Instant validUntil) {
        this.request = request;
        this.media = List.copyOf(media);
        this.urls = List.copyOf(urls);
        this.limits = limits;
        this.clearedAt = clearedAt;
        this.validUntil = validUntil;
    }

    /** The request that was checked. */
    public GenerationRequest request() {
        return request;
    }

    /** The local copies and their bytes; media that stand in the request itself are not among them. */
    public List<ClearedCopy> media() {
        return media;
    }

    /** What its URLs served when it was checked; empty where nothing was fetched. */
    public List<ClearedUrl> urls() {
        return urls;
    }

    /**
     * Why it may no longer be sent, by what its URLs serve now: one request for each of {@link #urls}. Empty where it may.
     *
     * @return a sentence
     */
    public Optional<String> staleness(MediaFetcher fetcher) {
        for (ClearedUrl url : urls) {
            Phrase why;
            try {
                Optional<Phrase> change = fetcher.look(url.served().url()).changeSince(url.served());
                if (change.isEmpty()) {
                    continue;
                }
                why = Phrase.of("clearing:serves-another").with("change", change.get());
            } catch (IOException e) {
                why = Phrase.of("clearing:not-served").with("reason", ReadFailure.reason(e));
            } catch (RuntimeException e) {
                why = Phrase.of("clearing:not-served").with("reason", ReadFailure.reason(GuardedSource.accident(e)));
            }
            return Optional.of(why.with("path", url.path()).toString());
        }
        return Optional.empty();
    }

    /** The limits it was judged by, with the day on which they were read. */
    public Limits limits() {
        return limits;
    }

    /** When its check was made. */
    public Instant clearedAt() {
        return clearedAt;
    }

    /** {@link #VALID_FOR} from {@link #clearedAt}, or when the first presigned URL expires, if that is sooner. */
    public Instant validUntil() {
        return validUntil;
    }

    /**
     * Why it may no longer be sent; empty where it may. Reads every local copy from its first byte to its last: a file
     * that was only touched still holds what was judged.
     *
     * @return a whole sentence
     * @throws IOException where a copy cannot be read; its content is then unknown
     */
    public Optional<String> staleness(Clock clock) throws IOException {
        Instant now = clock.instant();
        if (!now.isBefore(validUntil)) {
            return Optional.of(Phrase.of("clearing:expired")
                    .with("until", validUntil.toString())
                    .with("now", now.toString())
                    .toString());
        }
        for (ClearedCopy cleared : media) {
            Optional<String> staleness = staleness(cleared);
            if (staleness.isPresent()) {
                return staleness;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> staleness(ClearedCopy cleared) throws IOException {
        try {
            OptionalLong size = cleared.copy().size();
            long checked = cleared.digest().size();
            if (size.isPresent() && size.getAsLong() != checked) {
                return Optional.of(Phrase.of("clearing:other-size")
                        .with("path", cleared.path())
                        .with("size", size.getAsLong())
                        .with("checked", checked)
                        .toString());
            }
            return cleared.copy().digest(checked).equals(cleared.digest())
                    ? Optional.empty()
                    : Optional.of(stale("clearing:other-bytes", cleared));
        } catch (FileSystemException e) {
            return Optional.of(stale("clearing:gone", cleared));
        } catch (SourceChangedException e) {
            return Optional.of(stale("clearing:being-written", cleared));
        }
    }

    private static String stale(String key, ClearedCopy cleared) {
        return Phrase.of(key).with("path", cleared.path()).toString();
    }

    /** For people and logs: URLs without their queries. */
    @Override
    public String toString() {
        return "ClearedRequest[" + request + ", media=" + media + ", limits=" + limits + ", cleared at " + clearedAt
                + ", valid until " + validUntil + "]";
    }
}
