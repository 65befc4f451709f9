package io.mediapreflight.request.url;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a client asks for that fetches a URL.
 *
 * @param isSecure whether by https
 * @param host a name in ASCII, or an address without brackets
 * @param port the one in the URL, or that of its scheme
 * @param pathAndQuery in ASCII, from the first slash on
 */
public record FetchTarget(boolean isSecure, String host, int port, String pathAndQuery) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Empty where the host or the port is invalid. */
    static Optional<FetchTarget> of(boolean isSecure, UrlParts parts) {
        String port = parts.port().orElse("");
        if (port.length() > 5 || port.chars().anyMatch(c -> c < '0' || c > '9')) {
            return Optional.empty();
        }
        int number = port.isEmpty() ? (isSecure ? HTTPS : HTTP) : Integer.parseInt(port);
        String path = parts.path().isEmpty() ? "/" : parts.path();
        String rest = escaped(path + parts.query().map(query -> "?" + query).orElse(""));
        return HostText.ascii(parts.host()).map(host -> new FetchTarget(isSecure, host, number, rest));
    }

    /** Characters beyond ASCII as RFC 3987 3.1 maps them, and brackets, which some parsers refuse there. */
    private static String escaped(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c < 0x80 && c != '[' && c != ']') {
                result.appendCodePoint(c);
            } else {
                for (byte each : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    result.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
                }
            }
        });
        return result.toString();
    }

    /** The URL in ASCII, secrets included. */
    public String url() {
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        boolean isUsual = port == (isSecure ? HTTPS : HTTP);
        return (isSecure ? "https://" : "http://") + shown + (isUsual ? "" : ":" + port) + pathAndQuery;
    }

    @Override
    public String toString() {
        return MaskedUrl.of(url());
    }
}
