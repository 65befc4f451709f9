package io.mediapreflight.request.url;

import io.mediapreflight.text.Excerpt;

/** A URL as it may be shown: a query or a fragment may hold a signature, user info a password, and {@code data:} a whole image. */
public final class MaskedUrl {
    private MaskedUrl() {}

    /** The URL as it is, in full, unless a part of it may be secret. */
    public static String unlessSecret(String url) {
        boolean mayBeSecret = url.indexOf('?') >= 0 || url.indexOf('#') >= 0 || url.indexOf('@') >= 0;
        return mayBeSecret ? of(url) : url;
    }

    private static int indexOf(String url, char c) {
        int at = url.indexOf(c);
        return at < 0 ? url.length() : at;
    }

    /** At most as long as an excerpt. */
    public static String of(String url) {
        if (url.regionMatches(true, 0, "data:", 0, "data:".length())) {
            int comma = url.indexOf(',');
            return Excerpt.of(comma < 0 ? "data:" : url.substring(0, comma)) + ",…";
        }
        int query = indexOf(url, '?');
        int fragment = indexOf(url, '#');
        int end = Math.min(query, fragment);
        String shown = end == url.length() ? url : url.substring(0, end) + (query < fragment ? "?…" : "#…");
        int start = startOfUserInfo(shown);
        int at = shown.lastIndexOf('@');
        return Excerpt.of(at < start ? shown : shown.substring(0, start) + "…" + shown.substring(at));
    }

    /** Behind the scheme and its slashes, of which a malformed URL may have too few. */
    private static int startOfUserInfo(String url) {
        int colon = url.indexOf(':');
        int start = colon < indexOf(url, '/') ? colon + 1 : 0;
        while (start < url.length() && url.charAt(start) == '/') {
            start++;
        }
        return start;
    }
}
