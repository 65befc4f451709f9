package io.mediapreflight.remote;

import io.mediapreflight.request.url.NetworkRange;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.HttpHost;

/**
 * How URLs are fetched.
 *
 * @param maxBytes what is read of a file at most
 * @param connect the time for a connection, with the look-up of its name and its TLS handshake each
 * @param firstByte the time between two bytes of a response
 * @param check the time for a whole check
 * @param download the time for a whole download
 * @param allowed private networks that may be connected to
 * @param proxy where there is one, nothing else is connected to
 */
record RemoteSettings(
        long maxBytes,
        Duration connect,
        Duration firstByte,
        Duration check,
        Duration download,
        List<NetworkRange> allowed,
        Optional<HttpHost> proxy,
        NameResolver resolver,
        Sleeper sleeper,
        Clock clock,
        Optional<SSLContext> tls) {}
