package io.mediapreflight.remote;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/** A response whose body has not been read. Closing it closes its connection, unless the body was read to its end. */
final class Response implements AutoCloseable {
    private static final String IDENTITY = "identity";

    private final HttpGet request;
    private final ClassicHttpResponse response;
    private final Future<?> cutOff;
    private final Deadline deadline;
    private final String host;

    Response(HttpGet request, ClassicHttpResponse response, Future<?> cutOff, Deadline deadline, String host) {
        this.request = request;
        this.response = response;
        this.cutOff = cutOff;
        this.deadline = deadline;
        this.host = host;
    }

    int status() {
        return response.getCode();
    }

    /** The first of that name; empty where it is there with nothing in it, too. */
    Optional<String> header(String name) {
        Header header = response.getFirstHeader(name);
        String value = header == null || header.getValue() == null
                ? ""
                : header.getValue().trim();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** How the body is encoded although it was asked for as it is; empty where it is not. */
    Optional<String> encoding() {
        return Arrays.stream(response.getHeaders("Content-Encoding"))
                .map(header ->
                        header.getValue() == null ? "" : header.getValue().trim())
                .filter(value ->
                        !value.isEmpty() && !value.toLowerCase(Locale.ROOT).equals(IDENTITY))
                .findFirst();
    }

    /** By {@code Content-Length}. */
    OptionalLong length() {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return OptionalLong.of(0);
        }
        long length = entity.getContentLength();
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    /** Whether the body shows where it ends, so that it cannot be cut off without notice. */
    boolean isDelimited() {
        HttpEntity entity = response.getEntity();
        return entity == null || entity.isChunked() || entity.getContentLength() >= 0;
    }

    /**
     * Reads on in the body.
     *
     * @return −1 at its end
     */
    int read(byte[] into, int from, int length) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return -1;
        }
        try {
            InputStream body = entity.getContent();
            return body == null ? -1 : body.read(into, from, length);
        } catch (IOException e) {
            throw Faults.of(e, deadline, host);
        }
    }

    /** That the body was read to its end: the connection may be used again. */
    void end() {
        cutOff.cancel(false);
    }

    /** The rest of the body is not waited for, so the connection is closed first. */
    @Override
    public void close() {
        if (!cutOff.isCancelled()) {
            cutOff.cancel(false);
            request.cancel();
        }
        try {
            response.close();
        } catch (IOException e) {
            // What was wanted of it has been read.
        }
    }
}
