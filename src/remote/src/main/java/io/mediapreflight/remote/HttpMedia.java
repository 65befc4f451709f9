package io.mediapreflight.remote;

import io.mediapreflight.MediaFetcher;
import io.mediapreflight.Served;
import io.mediapreflight.ServedSource;
import io.mediapreflight.UnreachableException;
import io.mediapreflight.request.url.MaskedUrl;
import io.mediapreflight.source.ContentRange;
import io.mediapreflight.source.ReadAheadSource;
import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;

/**
 * Media behind http(s) URLs, read by ranges. It connects to public addresses alone, unless {@link HttpMediaBuilder#allowNetwork a
 * network} or {@link HttpMediaBuilder#proxy a proxy} was named. Safe for use by any number of threads; close it at the end.
 *
 * <pre>{@code
 * try (HttpMedia media = HttpMedia.standard()) {
 *     Preflight preflight = Preflight.builder().fetcher(media).build();
 *     Verdict verdict = preflight.check("https://media.example.com/dance.mp4", Subject.video());
 * }
 * }</pre>
 */
public final class HttpMedia implements MediaFetcher, AutoCloseable {
    private static final Map<String, String> HEAD = Map.of("Range", "bytes=0-" + (ReadAheadSource.HEAD - 1));
    private static final Map<String, String> FIRST_BYTE = Map.of("Range", "bytes=0-0");

    private final RemoteSettings settings;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor watch;
    private final Fetch fetch;
    private final Retries retries;

    HttpMedia(RemoteSettings settings) {
        this.settings = settings;
        AddressGuard guard = new AddressGuard(
                settings.resolver(),
                settings.allowed(),
                settings.proxy().map(proxy -> proxy.getHostName()),
                settings.connect());
        this.client = Connections.client(settings, guard);
        this.watch = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "preflight deadlines");
            thread.setDaemon(true);
            return thread;
        });
        this.watch.setRemoveOnCancelPolicy(true);
        this.fetch = new Fetch(new Exchange(client, watch), settings);
        this.retries = new Retries(settings.sleeper());
    }

    /** With the published limits, and nothing allowed but public hosts. */
    public static HttpMedia standard() {
        return builder().build();
    }

    /** With settings of your own. */
    public static HttpMediaBuilder builder() {
        return new HttpMediaBuilder();
    }

    /**
     * Opens what a URL serves, by a request for its first 64 KiB.
     *
     * @throws UnreachableException where nothing can be read
     */
    @Override
    public ServedSource open(String url) throws IOException {
        Deadline deadline = Deadline.in(settings.check());
        return retries.run(deadline, () -> opened(url, HEAD, deadline));
    }

    private ServedSource opened(String url, Map<String, String> headers, Deadline deadline) throws IOException {
        Answer answer = fetch.get(url, headers, deadline);
        try {
            Response response = answer.response();
            return switch (response.status()) {
                case 206 -> byRanges(url, answer, deadline);
                case 200 -> byStream(url, answer);
                case 416 -> withoutHead(url, answer, headers, deadline);
                default -> throw Statuses.fault(response, settings.clock());
            };
        } catch (IOException | RuntimeException | Error e) {
            answer.close();
            throw e;
        }
    }

    private ServedSource byRanges(String url, Answer answer, Deadline deadline) throws IOException {
        Response response = answer.response();
        byte[] head = Ranges.body(response, 0, ReadAheadSource.HEAD - 1, OptionalLong.empty());
        OptionalLong size = response.header("Content-Range")
                .flatMap(ContentRange::read)
                .orElseThrow()
                .size();
        Version version = Version.of(response);
        Ranges ranges = new Ranges(fetch, retries, settings, answer.url(), size, version, deadline);
        answer.close();
        return HttpSource.ofRanges(served(url, answer, size, false), ranges, head, download(version));
    }

    private ServedSource byStream(String url, Answer answer) throws IOException {
        Response response = answer.response();
        if (response.encoding().isPresent()) {
            throw Faults.unknown(Phrase.of("remote:encoded")
                    .with("encoding", Excerpt.of(response.encoding().get())));
        }
        StreamedBody body = new StreamedBody(response, settings.maxBytes() + 1);
        try {
            // Without a length, nothing could be looked for at the end.
            OptionalLong size = response.length().isPresent() ? response.length() : body.measure();
            Served served = served(url, answer, size, true);
            return HttpSource.ofStream(served, body, download(Version.of(response)));
        } catch (IOException | RuntimeException | Error e) {
            body.close();
            throw e;
        }
    }

    /** An empty file has no first byte; some servers refuse a range that is longer than the file, too. */
    private ServedSource withoutHead(String url, Answer answer, Map<String, String> headers, Deadline deadline)
            throws IOException {
        Optional<ContentRange> range = answer.response().header("Content-Range").flatMap(ContentRange::read);
        answer.close();
        if (range.filter(each -> each.size().orElse(-1) == 0).isPresent()) {
            Version version = Version.of(answer.response());
            Ranges none = new Ranges(fetch, retries, settings, answer.url(), OptionalLong.of(0), version, deadline);
            Served served = served(url, answer, OptionalLong.of(0), false);
            return HttpSource.ofRanges(served, none, new byte[0], download(version));
        }
        if (headers.isEmpty()) {
            throw Faults.unknown("remote:range-refused");
        }
        return opened(url, Map.of(), deadline);
    }

    private Download download(Version version) {
        return new Download(fetch, retries, settings, version);
    }

    private static Served served(String url, Answer answer, OptionalLong size, boolean isWhole) {
        Response response = answer.response();
        Version version = Version.of(response);
        return new Served(
                url,
                MaskedUrl.of(answer.url()),
                size,
                version.entityTag(),
                version.lastModified(),
                response.header("Content-Type"),
                Digests.of(response, isWhole));
    }

    @Override
    public Served look(String url) throws IOException {
        Deadline deadline = Deadline.in(settings.check());
        return retries.run(deadline, () -> {
            try (Answer answer = fetch.get(url, FIRST_BYTE, deadline)) {
                Response response = answer.response();
                Optional<ContentRange> range = response.header("Content-Range").flatMap(ContentRange::read);
                return switch (response.status()) {
                    case 206 ->
                        served(url, answer, range.map(ContentRange::size).orElse(OptionalLong.empty()), false);
                    case 200 -> served(url, answer, response.length(), true);
                    case 416 ->
                        served(url, answer, range.map(ContentRange::size).orElse(OptionalLong.empty()), false);
                    default -> throw Statuses.fault(response, settings.clock());
                };
            }
        });
    }

    /** Closes all connections at once, and ends what is being read. */
    @Override
    public void close() {
        watch.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
