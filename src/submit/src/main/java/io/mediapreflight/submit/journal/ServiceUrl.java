package io.mediapreflight.submit.journal;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for the base URL of a service: no user info, no query, no fragment, nothing superfluous, and what RFC 3986
 * 6.2.2 and 6.2.3 call equivalent alike. Two services that differ in nothing but doubled slashes are not known.
 */
final class ServiceUrl {
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final String LOOPBACK = "127.0.0.1";
    private static final Set<String> NAMES_OF_LOOPBACK = Set.of("localhost", "[::1]", "[0:0:0:0:0:0:0:1]");

    private ServiceUrl() {}

    static URI of(URI baseUrl) {
        String scheme = lower(baseUrl.getScheme());
        String host = host(lower(baseUrl.getHost()));
        if (scheme.isEmpty() || host.isEmpty()) {
            throw new IllegalArgumentException("not an absolute URL with a host");
        }
        int port = baseUrl.getPort();
        boolean usual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
        String path = URI.create(baseUrl.toASCIIString()).getRawPath();
        return URI.create(scheme + "://" + host + (usual ? "" : ":" + port) + path(unescaped(path)));
    }

    private static String host(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return NAMES_OF_LOOPBACK.contains(name) ? LOOPBACK : name;
    }

    /** Escapes stay where the character means something else without them, in upper case. */
    private static String unescaped(@Nullable String path) {
        return ESCAPE.matcher(path == null ? "" : path).replaceAll(escape -> {
            char c = (char) Integer.parseInt(escape.group(1), 16);
            boolean unreserved = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            return unreserved ? String.valueOf(c) : escape.group().toUpperCase(Locale.ROOT);
        });
    }

    /** Without empty segments and those of dots. */
    private static String path(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return segments.isEmpty() ? "" : "/" + String.join("/", segments);
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
