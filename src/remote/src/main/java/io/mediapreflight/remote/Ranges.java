package io.mediapreflight.remote;

import io.mediapreflight.source.ContentRange;
import io.mediapreflight.source.ReadAheadSource;
import io.mediapreflight.source.SourceChangedException;
import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Reads parts of one state of a file behind a URL: what is of another state is an error, and never mixed with it. */
final class Ranges implements ReadAheadSource.Ranges {
    private final Fetch fetch;
    private final Retries retries;
    private final RemoteSettings settings;
    private final String url;
    private final OptionalLong size;
    private final Version version;
    private final Deadline deadline;

    /**
     * @param url where redirects led
     * @param size of the file; empty where the server does not know it
     * @param version that is read
     * @param deadline of all reads together
     */
    Ranges(
            Fetch fetch,
            Retries retries,
            RemoteSettings settings,
            String url,
            OptionalLong size,
            Version version,
            Deadline deadline) {
        this.fetch = fetch;
        this.retries = retries;
        this.settings = settings;
        this.url = url;
        this.size = size;
        this.version = version;
        this.deadline = deadline;
    }

    @Override
    public byte[] read(long first, long last) throws IOException {
        return retries.run(deadline, () -> once(first, last));
    }

    private byte[] once(long first, long last) throws IOException {
        try (Answer answer = fetch.get(url, headers("bytes=" + first + "-" + last), deadline)) {
            Response response = answer.response();
            if (response.status() == 416 && size.isEmpty()) {
                return new byte[0];
            }
            requirePart(response);
            return body(response, first, last, size);
        }
    }

    private Map<String, String> headers(String range) {
        Map<String, String> headers = new HashMap<>(Map.of("Range", range));
        version.condition().ifPresent(condition -> headers.put("If-Range", condition));
        return headers;
    }

    private void requirePart(Response response) throws IOException {
        int status = response.status();
        boolean isOther = status == 404 || status == 410 || status == 416;
        if (isOther || (status == 200 && changed(response))) {
            throw new SourceChangedException(Phrase.of("remote:replaced").toString());
        }
        if (status == 200) {
            throw Faults.unknown("remote:ranges-lost");
        }
        if (status != 206) {
            throw Statuses.fault(response, settings.clock());
        }
        Version now = Version.of(response);
        if (version.contradicts(now)) {
            throw new SourceChangedException(Phrase.of("remote:replaced").toString());
        }
        if (version.isForgottenBy(now)) {
            throw Faults.unknown("remote:version-lost");
        }
    }

    /** A server that sends all in place of a part says so where the state is another one (RFC 9110 13.1.5). */
    private boolean changed(Response response) {
        return version.condition().isPresent()
                && (version.contradicts(Version.of(response))
                        || (size.isPresent()
                                && response.length().isPresent()
                                && response.length().getAsLong() != size.getAsLong()));
    }

    /** The body of a response with status 206, which must be what was asked for. */
    static byte[] body(Response response, long first, long last, OptionalLong size) throws IOException {
        if (response.encoding().isPresent()) {
            throw Faults.unknown(Phrase.of("remote:encoded")
                    .with("encoding", Excerpt.of(response.encoding().get())));
        }
        if (Multipart.isOne(response.header("Content-Type"))) {
            throw Faults.unknown("remote:multipart");
        }
        Optional<ContentRange> range = response.header("Content-Range").flatMap(ContentRange::read);
        if (range.isEmpty() || range.get().first() != first || range.get().last() > last) {
            throw Faults.unknown("remote:other-range");
        }
        if (size.isPresent() && !range.get().size().equals(size)) {
            throw new SourceChangedException(Phrase.of("remote:replaced").toString());
        }
        return exactly(response, range.get().length());
    }

    private static byte[] exactly(Response response, int length) throws IOException {
        OptionalLong declared = response.length();
        if (declared.isPresent() && declared.getAsLong() != length) {
            throw Faults.unknown("remote:other-range");
        }
        byte[] body = new byte[length];
        int at = 0;
        while (at < length) {
            int read = response.read(body, at, length - at);
            if (read < 0) {
                throw Faults.passing(Faults.unknown("remote:short"));
            }
            at += read;
        }
        if (response.read(new byte[1], 0, 1) >= 0) {
            throw Faults.unknown("remote:other-range");
        }
        response.end();
        return body;
    }

    @Override
    public Map<Long, byte[]> readAll(List<Long> starts, int length) throws IOException {
        String ranges = starts.stream()
                .map(start -> start + "-" + (Math.min(start + length, size.getAsLong()) - 1))
                .collect(Collectors.joining(","));
        try (Answer answer = fetch.get(url, headers("bytes=" + ranges), deadline)) {
            Response response = answer.response();
            if (version.contradicts(Version.of(response))) {
                throw new SourceChangedException(Phrase.of("remote:replaced").toString());
            }
            Optional<String> type = response.header("Content-Type");
            if (response.status() != 206
                    || !Multipart.isOne(type)
                    || response.encoding().isPresent()) {
                return Map.of();
            }
            int most = Math.addExact(Math.multiplyExact(starts.size(), length), Multipart.overhead(starts.size()));
            byte[] body = atMost(response, most);
            return Multipart.read(type.orElseThrow(), body, size.getAsLong()).orElse(Map.of());
        } catch (Transient e) {
            return Map.of(); // each is read by itself, then, and tried again
        }
    }

    private static byte[] atMost(Response response, int most) throws IOException {
        byte[] body = new byte[most];
        int at = 0;
        while (at < most) {
            int read = response.read(body, at, most - at);
            if (read < 0) {
                response.end();
                break;
            }
            at += read;
        }
        return Arrays.copyOf(body, at);
    }
}
