package io.mediapreflight.submit.http;

import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
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
     * @throws RefusedValueException where it is not https, but to this very machine; has no possible port; or holds user info, a query or a
     *     fragment. The message shows none of them
     */
    public static Endpoint of(URI base) {
        String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
        String host = base.getHost();
        require(host != null && (scheme.equals("https") || scheme.equals("http")), "absolute");
        require(base.getPort() != 0 && base.getPort() <= MAX_PORT, "port");
        require(base.getRawUserInfo() == null, "userinfo");
        require(base.getRawQuery() == null, "query");
        require(base.getRawFragment() == null, "fragment");
        require(scheme.equals("https") || isLoopback(String.valueOf(host)), "https");
        String text = base.toString();
        return new Endpoint(URI.create(text.replaceAll("/+$", "")));
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new RefusedValueException(
                    Phrase.of("submit:base-url." + what).with("max", Integer.toString(MAX_PORT)));
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
     * @throws RefusedValueException where the id cannot be one
     */
    public URI task(String id) {
        boolean possible = !id.isBlank() && id.length() <= MAX_ID && !id.equals(".") && !id.equals("..");
        if (!possible) {
            throw new RefusedValueException(Phrase.of("submit:task-id").with("id", Excerpt.sentence(id)));
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
