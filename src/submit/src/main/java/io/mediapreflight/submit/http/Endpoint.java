package io.mediapreflight.submit.http;

import io.mediapreflight.text.Excerpt;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The base URL of a service that a key may be sent to, and what lies below it. */
public final class Endpoint {
    public static final URI DEFAULT = URI.create("https://openapi.imini.ai/imini/router");

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.(\\d{1,2}|1\\d\\d|2[0-4]\\d|25[0-5])){3}|\\[(0*:)*0*:?0*1]");

    private static final int MAX_PORT = 65_535;

    private static final int MAX_ID = 512;

    private final URI base;

    private Endpoint(URI base) {
        this.base = base;
    }

    /**
     * Checks a base URL.
     *
     * @throws IllegalArgumentException where it is not https, but to this very machine; has no possible port; or holds user info, a query or a
     *     fragment. The message shows none of them
     */
    public static Endpoint of(URI base) {
        String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
        String host = base.getHost();
        require(
                host != null && (scheme.equals("https") || scheme.equals("http")),
                "must be an absolute http(s) URL with a host");
        require(base.getPort() != 0 && base.getPort() <= MAX_PORT, "must have a port from 1 to " + MAX_PORT);
        require(base.getRawUserInfo() == null, "must not hold user info: the key has a place of its own");
        require(base.getRawQuery() == null, "must not have a query");
        require(base.getRawFragment() == null, "must not have a fragment");
        require(
                scheme.equals("https") || isLoopback(String.valueOf(host)),
                "must be https: over http anyone on the way reads the key (only a server on this machine may be asked so)");
        String text = base.toString();
        return new Endpoint(URI.create(text.replaceAll("/+$", "")));
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("the base URL " + what);
        }
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether a request to it stays on this machine. */
    public boolean isLoopback() {
        return isLoopback(String.valueOf(base.getHost()));
    }

    public URI base() {
        return base;
    }

    public URI submit() {
        return URI.create(base + "/v1/videos/generate");
    }

    /**
     * The URL of a task.
     *
     * @throws IllegalArgumentException where the id cannot be one
     */
    public URI task(String id) {
        boolean possible = !id.isBlank() && id.length() <= MAX_ID && !id.equals(".") && !id.equals("..");
        if (!possible) {
            throw new IllegalArgumentException("a task id is no path segment: '" + Excerpt.sentence(id) + "'");
        }
        return URI.create(base + "/v1/videos/tasks/" + segment(id));
    }

    /** RFC 3986 2.3: every byte but the unreserved ones is escaped, so no id can leave its segment. */
    private static String segment(String id) {
        StringBuilder segment = new StringBuilder();
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean unreserved = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            if (unreserved) {
                segment.append(c);
            } else {
                segment.append(String.format("%%%02X", (int) c));
            }
        }
        return segment.toString();
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
