package io.mediapreflight.submit.json;

import io.mediapreflight.text.SurrogateEscape;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One spelling for each http(s) URL: what RFC 3986 6.2.2 and 6.2.3 call equivalent is the same request, and a fragment never leaves
 * the client. Anything else stays as it is.
 */
final class CanonicalUrl {
    private static final String DELIMITERS = "/?#@[]:%";

    private CanonicalUrl() {}

    static String of(String url) {
        int colon = url.indexOf("://");
        String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return url;
        }
        int hash = url.indexOf('#');
        String rest = url.substring(colon + 3, Math.max(colon + 3, hash < 0 ? url.length() : hash));
        int query = rest.indexOf('?');
        String hierarchy = query < 0 ? rest : rest.substring(0, query);
        int slash = hierarchy.indexOf('/');
        String authority = escaped(slash < 0 ? hierarchy : hierarchy.substring(0, slash));
        String path = withoutDots(escaped(slash < 0 ? "/" : hierarchy.substring(slash)));
        return scheme + "://" + authority(authority, scheme) + path + (query < 0 ? "" : escaped(rest.substring(query)));
    }

    /** User info is kept as it is; such a URL is never cleared anyway. */
    private static String authority(String authority, String scheme) {
        int at = authority.lastIndexOf('@');
        String user = authority.substring(0, at + 1);
        String place = authority.substring(at + 1);
        int colon = place.lastIndexOf(':');
        boolean hasPort = colon >= 0 && place.indexOf(']', colon) < 0;
        if (hasPort && !isPort(place, colon)) {
            return user + place.toLowerCase(Locale.ROOT); // no host and port: it is never cleared
        }
        String port = hasPort ? withoutZeros(place.substring(colon + 1)) : "";
        boolean usual = port.isEmpty() || port.equals(scheme.equals("https") ? "443" : "80");
        String host = host(hasPort ? place.substring(0, colon) : place);
        boolean isRooted = host.length() > 1 && host.endsWith(".") && !host.endsWith("..");
        return user + (isRooted ? host.substring(0, host.length() - 1) : host) + (usual ? "" : ":" + port);
    }

    /** Whether digits follow the one colon that is not within brackets. */
    private static boolean isPort(String place, int colon) {
        boolean isOnly = place.indexOf(':') == colon || place.charAt(colon - 1) == ']';
        return isOnly && place.substring(colon + 1).chars().allMatch(c -> '0' <= c && c <= '9');
    }

    private static String host(String host) {
        try {
            String ascii = IDN.toASCII(unescaped(host), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            // %3F and a full-width question mark end no host: with a plain one in it, this would be another URL.
            return ascii.chars().anyMatch(c -> DELIMITERS.indexOf(c) >= 0) ? host.toLowerCase(Locale.ROOT) : ascii;
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            return host.toLowerCase(Locale.ROOT);
        }
    }

    private static String withoutZeros(String port) {
        int from = 0;
        while (from < port.length() - 1 && port.charAt(from) == '0') {
            from++;
        }
        return port.substring(from);
    }

    /** RFC 3986 5.2.4, segment by segment; empty ones stay, since object stores distinguish them. */
    private static String withoutDots(String path) {
        List<String> kept = new ArrayList<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].equals("..")) {
                if (!kept.isEmpty()) {
                    kept.remove(kept.size() - 1);
                }
            } else if (!segments[i].equals(".")) {
                kept.add(segments[i]);
                continue;
            }
            if (last) {
                kept.add("");
            }
        }
        return "/" + String.join("/", kept);
    }

    /** Every byte in one spelling: plain where it is unreserved or a delimiter that stood plain, else %XX in upper case. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        byte[] bytes = SurrogateEscape.encode(text); // in the JDK's UTF-8 half a character is a question mark
        int broken =
                -3; // where the last percent sign stands that begins no escape; what is plain behind it must not make
        // it one
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            int code = c == '%' ? code(bytes, i) : -1;
            if (code >= 0) {
                i += 2;
                boolean isPlain = isUnreserved(code) && out.length() - broken > 2;
                out.append(isPlain ? String.valueOf((char) code) : String.format("%%%02X", code));
            } else if (c > ' ' && c < 0x7F) {
                broken = c == '%' ? out.length() : broken;
                out.append(c);
            } else {
                out.append(String.format("%%%02X", (int) c));
            }
        }
        return out.toString();
    }

    /** The bytes that the escapes stand for, as UTF-8. */
    private static String unescaped(String text) {
        byte[] bytes = SurrogateEscape.encode(text);
        byte[] out = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int code = bytes[i] == '%' ? code(bytes, i) : -1;
            out[length++] = code >= 0 ? (byte) code : bytes[i];
            i += code >= 0 ? 2 : 0;
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }

    private static int code(byte[] bytes, int percent) {
        if (percent + 2 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[percent + 1], 16);
        int low = Character.digit(bytes[percent + 2], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /** RFC 3986 2.3. */
    private static boolean isUnreserved(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
    }
}
