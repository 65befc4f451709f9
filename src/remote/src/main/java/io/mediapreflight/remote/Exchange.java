package io.mediapreflight.remote;

import io.mediapreflight.UnreachableException;
import io.mediapreflight.request.url.FetchTarget;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;

/** One GET, without redirects, which is cut off at a deadline however slowly its bytes come. */
final class Exchange {
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch;

    Exchange(CloseableHttpClient client, ScheduledExecutorService watch) {
        this.client = client;
        this.watch = watch;
    }

    /** @throws UnreachableException or {@link Transient} where there is no response */
    Response get(FetchTarget target, Map<String, String> headers, Deadline deadline) throws IOException {
        if (deadline.isOver()) {
            throw Faults.late(deadline);
        }
        HttpGet request;
        try {
            request = new HttpGet(URI.create(target.url()));
        } catch (IllegalArgumentException e) {
            throw Faults.unknown("remote:not-a-uri");
        }
        request.setHeader("Accept", "*/*");
        request.setHeader("Accept-Encoding", "identity");
        headers.forEach(request::setHeader);
        Future<?> cutOff = watch.schedule(
                () -> {
                    request.cancel();
                },
                deadline.left().toNanos(),
                TimeUnit.NANOSECONDS);
        HttpHost host = new HttpHost(target.isSecure() ? "https" : "http", target.host(), target.port());
        try {
            ClassicHttpResponse response = client.executeOpen(host, request, HttpClientContext.create());
            return new Response(request, response, cutOff, deadline, target.host());
        } catch (IOException e) {
            cutOff.cancel(false);
            throw Faults.of(e, deadline, target.host());
        } catch (RuntimeException e) { // of what a server sent, or of a client that was shut down
            cutOff.cancel(false);
            throw Faults.unknown("remote:protocol");
        }
    }
}
