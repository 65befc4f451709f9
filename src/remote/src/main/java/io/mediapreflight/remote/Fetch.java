package io.mediapreflight.remote;

import io.mediapreflight.UnreachableException;
import io.mediapreflight.request.url.FetchTarget;
import io.mediapreflight.request.url.MaskedUrl;
import io.mediapreflight.request.url.PublicUrl;
import io.mediapreflight.request.url.UrlDefect;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows redirects, and judges each URL on the way by its text; the addresses of its host are judged when they are connected to. */
final class Fetch {
    /** A URL, a shortener, a host without www, one with https, a store and its mirror. */
    static final int MAX_REDIRECTS = 5;

    private final Exchange exchange;
    private final RemoteSettings settings;

    Fetch(Exchange exchange, RemoteSettings settings) {
        this.exchange = exchange;
        this.settings = settings;
    }

    /**
     * The response at the end of all redirects.
     *
     * @throws UnreachableException or {@link Transient} where there is none
     */
    Answer get(String url, Map<String, String> headers, Deadline deadline) throws IOException {
        String at = url;
        FetchTarget target = target(at, /* isFirst= */ true);
        for (int redirects = 0; ; redirects++) {
            Response response = exchange.get(target, headers, deadline);
            if (!Redirect.isOne(response.status())) {
                return new Answer(response, at);
            }
            Optional<String> location;
            try (response) {
                location = response.header("Location");
            }
            if (location.isEmpty()) {
                throw Faults.unknown("remote:redirect.nowhere");
            }
            if (redirects == MAX_REDIRECTS) {
                throw Faults.unknown(Phrase.of("remote:redirect.many").with("max", MAX_REDIRECTS));
            }
            at = Redirect.resolve(target.url(), location.get());
            FetchTarget next = target(at, /* isFirst= */ false);
            if (target.isSecure() && !next.isSecure()) {
                throw Faults.failed(
                        Phrase.of("remote:redirect.insecure").with("url", MaskedUrl.of(at)), "remote:fix.final-url");
            }
            target = next;
        }
    }

    private FetchTarget target(String url, boolean isFirst) throws UnreachableException {
        PublicUrl text = PublicUrl.read(url);
        List<Phrase> broken = text
                .defectsWithin(settings.allowed(), settings.clock().instant())
                .stream()
                .filter(defect -> defect.gravity() == UrlDefect.Gravity.BROKEN)
                .map(UrlDefect::what)
                .toList();
        Optional<FetchTarget> target = text.target();
        if (broken.isEmpty() && target.isPresent()) {
            return target.get();
        }
        Phrase why = broken.isEmpty()
                ? Phrase.of("remote:not-a-uri")
                : Phrase.of("url-defects").with("defects", broken);
        throw isFirst
                ? Faults.failed(why, "fix.public-url")
                : Faults.failed(
                        Phrase.of("remote:redirect.refused")
                                .with("url", MaskedUrl.of(url))
                                .with("defect", why),
                        "remote:fix.final-url");
    }
}
