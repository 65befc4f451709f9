package io.mediapreflight.remote;

import io.mediapreflight.request.url.NetworkRange;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.HttpHost;

/** Collects the settings of {@link HttpMedia}. What is not set is as in {@link HttpMedia#standard}. */
public final class HttpMediaBuilder {
    private static final int HTTP = 80;

    private Limits limits = Limits.klingV3MotionControl();
    private Duration connect = Duration.ofSeconds(10);
    private Duration firstByte = Duration.ofSeconds(15);
    private Duration check = Duration.ofSeconds(60);
    private Duration download = Duration.ofMinutes(10);
    private final List<NetworkRange> allowed = new ArrayList<>();
    private Optional<HttpHost> proxy = Optional.empty();
    private NameResolver resolver = NameResolver.SYSTEM;
    private Sleeper sleeper = Sleeper.THREAD;
    private Clock clock = Clock.systemUTC();
    private Optional<SSLContext> tls = Optional.empty();

    HttpMediaBuilder() {}

    /** The limits by which media are judged: of a file that is larger than any of them, one byte more is read at most. */
    public HttpMediaBuilder limits(Limits value) {
        limits = value;
        return this;
    }

    /** The maximum time for the look-up of a name, for each connection and for its TLS handshake: 10 s by default. */
    public HttpMediaBuilder connectTimeout(Duration value) {
        connect = positive(value);
        return this;
    }

    /** The maximum time until the next byte of a response: 15 s by default. */
    public HttpMediaBuilder readTimeout(Duration value) {
        firstByte = positive(value);
        return this;
    }

    /** The maximum time for all that is read of one URL, redirects and retries included: 60 s by default. */
    public HttpMediaBuilder timeout(Duration value) {
        check = positive(value);
        return this;
    }

    /** The maximum time for a download, which a decoder needs: 10 min by default. */
    public HttpMediaBuilder downloadTimeout(Duration value) {
        download = positive(value);
        return this;
    }

    /**
     * A network whose addresses may be connected to although they are not public. The service cannot reach them.
     *
     * @param cidr such as {@code 10.1.0.0/16} or {@code fd12:3456::/32}
     * @throws RefusedValueException where it has another form
     */
    public HttpMediaBuilder allowNetwork(String cidr) {
        allowed.add(NetworkRange.read(cidr)
                .orElseThrow(() ->
                        new RefusedValueException(Phrase.of("remote:network").with("value", Excerpt.of(cidr)))));
        return this;
    }

    /**
     * A proxy that all requests go through. It resolves names itself, so that of an address nothing is judged but what the text of
     * a URL says.
     *
     * @param url {@code http://HOST:PORT}
     * @throws RefusedValueException where it has another form
     */
    public HttpMediaBuilder proxy(String url) {
        try {
            URI uri = new URI(url);
            boolean isPlain = "http".equals(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && List.of("", "/").contains(String.valueOf(uri.getRawPath()));
            if (isPlain) {
                proxy = Optional.of(new HttpHost("http", uri.getHost(), uri.getPort() < 0 ? HTTP : uri.getPort()));
                return this;
            }
        } catch (URISyntaxException e) {
            // Said below, without the text: it may hold a password.
        }
        throw new RefusedValueException(Phrase.of("remote:proxy"));
    }

    /** What finds the addresses of names. */
    public HttpMediaBuilder resolver(NameResolver value) {
        resolver = value;
        return this;
    }

    /** How to wait before a request is tried again. */
    public HttpMediaBuilder sleeper(Sleeper value) {
        sleeper = value;
        return this;
    }

    /** The clock by which presigned URLs expire. */
    public HttpMediaBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /** What certificates are trusted: those of the JVM unless set. */
    public HttpMediaBuilder tls(SSLContext value) {
        tls = Optional.of(value);
        return this;
    }

    private static Duration positive(Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("a time limit must be longer than nothing: " + value);
        }
        return value;
    }

    /** The finished fetcher. */
    public HttpMedia build() {
        return new HttpMedia(new RemoteSettings(
                limits.largestBytes(),
                connect,
                firstByte,
                check,
                download,
                List.copyOf(allowed),
                proxy,
                resolver,
                sleeper,
                clock,
                tls));
    }
}
