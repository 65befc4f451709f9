package io.mediapreflight.request.url;

import static io.mediapreflight.request.url.UrlDefect.broken;
import static io.mediapreflight.request.url.UrlDefect.doubtful;

import io.mediapreflight.text.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the service can fetch a URL, as far as its text shows. Pure: no name is resolved and nothing is fetched, and
 * the time is given.
 *
 * <pre>{@code
 * PublicUrl url = PublicUrl.read("http://0x7f.1/clip.mp4");
 * url.defects(Instant.now()); // [it names 127.0.0.1, a loopback address (127.0.0.0/8)]
 * }</pre>
 */
public final class PublicUrl {
    /** What every server and proxy is asked to take (RFC 9110 4.1); presigned URLs with a session token have 2,500. */
    public static final int MAX_LENGTH = 8000;

    /** The queue and the fetching take time: a URL that expires sooner may be dead when its turn comes. */
    public static final Duration SOON = Duration.ofHours(1);

    /** Clocks differ; S3 bears this much, so do we. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(15);

    private final boolean embedded;
    private final String text;
    private final Optional<UrlParts> parts;
    private final Optional<Validity> validity;
    private final List<UrlDefect> timeless;

    private PublicUrl(
            String text,
            boolean embedded,
            Optional<UrlParts> parts,
            Optional<Validity> validity,
            List<UrlDefect> timeless) {
        this.text = text;
        this.embedded = embedded;
        this.parts = parts;
        this.validity = validity;
        this.timeless = List.copyOf(timeless);
    }

    /** Reads a URL as it stands in a request; never throws for what it holds. */
    public static PublicUrl read(String text) {
        if (EmbeddedMedia.isEmbedded(text)) {
            return new PublicUrl(text, true, Optional.empty(), Optional.empty(), List.of());
        }
        List<UrlDefect> defects = new ArrayList<>();
        Optional<UrlParts> parts = UrlParts.split(text, defects);
        Optional<Validity> validity = Optional.empty();
        if (parts.isPresent()) {
            defects.addAll(parts.get().defects());
            try {
                validity = PresignedUrl.validity(parts.get().parameters());
            } catch (PresignedUrl.UnreadableTimeException e) {
                defects.add(doubtful(e.why()));
            }
        }
        return new PublicUrl(text, false, parts, validity, defects);
    }

    /** Whether it is no URL of a host but the media themselves, as {@code data:} or bare base64. */
    public boolean isEmbedded() {
        return embedded;
    }

    /** The media that stand in it; empty where it is not embedded, or they cannot be decoded. */
    public Optional<byte[]> embeddedBytes() {
        return embedded ? EmbeddedMedia.bytes(text) : Optional.empty();
    }

    /** Whether it would do but for the time at which it can be used. */
    public boolean isFitButForTime() {
        return !embedded && timeless.isEmpty();
    }

    /** When its signature ends; empty where it has none, or none that says. */
    public Optional<Instant> expiresAt() {
        return validity.map(Validity::until);
    }

    /** The last segment of the path, escapes decoded; empty where there is none. */
    public Optional<String> fileName() {
        return parts.flatMap(UrlParts::fileName);
    }

    /** Everything that is wrong with it at this time; nothing where it {@link #isEmbedded}: that is for the rules to say. */
    public List<UrlDefect> defects(Instant now) {
        List<UrlDefect> defects = new ArrayList<>(timeless);
        validity.ifPresent(value -> judge(value, now, defects));
        return List.copyOf(defects);
    }

    private static void judge(Validity validity, Instant now, List<UrlDefect> defects) {
        if (validity.from().filter(now::isBefore).isPresent()) {
            Instant from = validity.from().get();
            boolean skew = !from.isAfter(now.plus(CLOCK_SKEW));
            Phrase what = signature(skew ? "url:not-yet-skew" : "url:not-yet", validity, from);
            defects.add(skew ? doubtful(what) : broken(what));
        }
        if (!now.isBefore(validity.until())) {
            defects.add(broken(signature("url:expired", validity, validity.until())));
        } else if (!validity.until().isAfter(now.plus(SOON))) {
            long minutes = Duration.between(now, validity.until()).toMinutes();
            Phrase what = signature(minutes < 1 ? "url:expires-now" : "url:expires-soon", validity, validity.until());
            defects.add(doubtful(what.with("minutes", minutes)));
        }
    }

    private static Phrase signature(String key, Validity validity, Instant time) {
        return Phrase.of(key)
                .with("signer", validity.by())
                .with("time", time.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /**
     * What is wrong with it for a client that may reach some private networks itself: hosts that are only private are left to
     * the judging of their addresses, disguised ones are not.
     */
    public List<UrlDefect> defectsWithin(List<NetworkRange> allowed, Instant now) {
        return allowed.isEmpty()
                ? defects(now)
                : defects(now).stream()
                        .filter(defect -> !defect.isPrivateHost())
                        .toList();
    }

    /** What it is as a page on which a service shows a file to people; empty where it is not known as one. */
    public Optional<Phrase> sharePage() {
        return parts.flatMap(SharePage::defect).map(UrlDefect::what);
    }

    /** What a client asks for that fetches it: host and path in ASCII, without the fragment. Empty where it cannot be fetched at all. */
    public Optional<FetchTarget> target() {
        boolean isSecure = text.regionMatches(true, 0, "https:", 0, "https:".length());
        return parts.filter(each -> !each.userInfo()).flatMap(each -> FetchTarget.of(isSecure, each));
    }

    /** Without the query, which may hold a signature. */
    @Override
    public String toString() {
        return MaskedUrl.of(text);
    }
}
