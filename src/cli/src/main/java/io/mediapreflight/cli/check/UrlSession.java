package io.mediapreflight.cli.check;

import io.mediapreflight.Preflight;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.NetworkOptions;
import io.mediapreflight.remote.HttpMedia;
import io.mediapreflight.text.Phrase;

/** Fetches from URLs while a command runs. Loaded only where there is a URL, since the HTTP client costs a start. */
public final class UrlSession implements AutoCloseable {
    private final HttpMedia media;

    private UrlSession(HttpMedia media) {
        this.media = media;
    }

    /** Makes ready, and says where a proxy sees what is fetched. */
    public static UrlSession open(NetworkOptions options, Preflight preflight, Diagnostics diagnostics)
            throws UsageException {
        if (options.proxy().isPresent()) {
            diagnostics.say(Phrase.of("cli:proxied").with("url", options.proxy().get()));
        }
        return new UrlSession(options.builder().limits(preflight.limits()).build());
    }

    /** The same judge, who fetches as well. */
    public Preflight with(Preflight preflight) {
        return preflight.toBuilder().fetcher(media).build();
    }

    @Override
    public void close() {
        media.close();
    }
}
