package io.mediapreflight.submit.transport;

import io.mediapreflight.text.Excerpt;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How an exchange went, and what arrived of the response.
 *
 * @param ending how it ended
 * @param what happened, as a clause; empty where the response is whole
 * @param bytesSent how much of the body was sent; empty where that is not known
 * @param status of the response, once its headers had arrived
 * @param headers of the response, by name in lower case
 * @param body of the response as far as it arrived and is kept; bytes that are no UTF-8 are U+FFFD
 * @param attempts how many exchanges were begun
 */
public record Reply(
        Ending ending,
        String what,
        OptionalLong bytesSent,
        OptionalInt status,
        Map<String, List<String>> headers,
        String body,
        int attempts) {

    /** How an exchange ended. */
    public enum Ending {
        /** The response is whole. */
        COMPLETE,
        /** There was no connection: the name does not resolve, the connection was refused or took too long. */
        NOT_CONNECTED,
        /** There was a connection, or nearly so, but no byte of the body was sent: nothing can have been carried out. */
        NOT_SENT,
        /** The response is longer than what is kept of it. */
        TOO_LONG,
        /** The connection broke, or what came is no HTTP. */
        BROKEN,
        /** Time ran out. */
        TIMED_OUT,
        /** The thread was interrupted after the body was sent. */
        INTERRUPTED
    }

    public Reply {
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = Map.copyOf(lower);
    }

    /** An exchange without any response. */
    public static Reply none(Ending ending, String what) {
        boolean unsent = ending == Ending.NOT_CONNECTED || ending == Ending.NOT_SENT;
        OptionalLong sent = unsent ? OptionalLong.of(0) : OptionalLong.empty();
        return new Reply(ending, what, sent, OptionalInt.empty(), Map.of(), "", 1);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** Whether the service cannot have carried anything out, since no byte of the body was sent. */
    public boolean isUnsent() {
        return ending == Ending.NOT_CONNECTED || ending == Ending.NOT_SENT;
    }

    public boolean isComplete(int expected) {
        return ending == Ending.COMPLETE && status.isPresent() && status.getAsInt() == expected;
    }

    public Reply afterAttempts(int count) {
        return new Reply(ending, what, bytesSent, status, headers, body, count);
    }

    public Reply because(String reason) {
        String both = what.isEmpty() ? reason : what + "; " + reason;
        return new Reply(ending, both, bytesSent, status, headers, body, attempts);
    }

    /** Without the body, which may be long and may hold anything. */
    @Override
    public String toString() {
        return "Reply[" + ending + (what.isEmpty() ? "" : ", " + Excerpt.sentence(what)) + ", status=" + status + ", "
                + body.length() + " characters, attempts=" + attempts + "]";
    }
}
