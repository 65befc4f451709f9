package io.mediapreflight.remote;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.rule.Subject;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Fetchers to whom every name is that of this machine, which they may connect to, and who do not wait between attempts. */
final class Fetchers {
    private Fetchers() {}

    static HttpMediaBuilder builder() {
        return HttpMedia.builder()
                .resolver(host -> List.of(InetAddress.getLoopbackAddress()))
                .allowNetwork("127.0.0.0/8")
                .connectTimeout(Duration.ofSeconds(5))
                .sleeper(pause -> {});
    }

    static MediaVerdict check(String url, Subject subject) {
        return check(url, subject, builder -> builder);
    }

    static MediaVerdict check(String url, Subject subject, UnaryOperator<HttpMediaBuilder> change) {
        try (HttpMedia media = change.apply(builder()).build()) {
            return Preflight.builder().fetcher(media).build().check(url, subject);
        }
    }
}
