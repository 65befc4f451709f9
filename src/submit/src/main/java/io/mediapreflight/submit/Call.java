package io.mediapreflight.submit;

import io.mediapreflight.submit.http.Deadline;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * One exchange to be carried out. Its key cannot be read from outside this package: a transport of your own can wrap
 * another one, or take the place of the service.
 */
public final class Call {
    private final Service service;
    private final URI uri;
    private final Optional<String> body;
    private final Duration timeout;
    private final Deadline deadline;

    private Call(Service service, URI uri, Optional<String> body, Duration timeout, Deadline deadline) {
        this.service = service;
        this.uri = uri;
        this.body = body;
        this.timeout = timeout;
        this.deadline = deadline;
    }

    static Call post(Service service, URI uri, String json, Deadline deadline) {
        return new Call(service, uri, Optional.of(json), service.attemptTimeout(), deadline);
    }

    static Call get(Service service, URI uri, Deadline deadline) {
        return new Call(service, uri, Optional.empty(), service.attemptTimeout(), deadline);
    }

    /** The same, of which no attempt may take longer than this. */
    Call within(Duration longest) {
        return timeout.compareTo(longest) <= 0 ? this : new Call(service, uri, body, longest, deadline);
    }

    /** {@code POST} or {@code GET}. */
    public String method() {
        return body.isPresent() ? "POST" : "GET";
    }

    /** Where it goes. */
    public URI uri() {
        return uri;
    }

    /** The JSON that is sent; a {@code GET} has none. */
    public Optional<String> body() {
        return body;
    }

    /** The maximum duration of one exchange, from the first look-up of the name to the last byte of the response. */
    public Duration timeout() {
        return timeout;
    }

    /** The time left for the whole call with all its attempts; negative once it has passed. */
    public Duration timeLeft() {
        return deadline.left();
    }

    Deadline deadline() {
        return deadline;
    }

    /** The maximum time until there is a connection. */
    public Duration connectTimeout() {
        return service.connectTimeout().compareTo(timeout) < 0 ? service.connectTimeout() : timeout;
    }

    /** The value of {@code User-Agent}. */
    public String userAgent() {
        return service.userAgent();
    }

    /** Whether repeating it does no harm. */
    boolean isSafe() {
        return body.isEmpty();
    }

    boolean staysHere() {
        return service.endpoint().isLoopback();
    }

    ApiKey key() {
        return service.key();
    }

    String authorization() {
        return "Bearer " + service.key().text();
    }

    @Override
    public String toString() {
        return method() + " " + uri;
    }
}
