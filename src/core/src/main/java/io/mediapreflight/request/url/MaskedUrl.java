package io.mediapreflight.request.url;

import io.mediapreflight.text.Excerpt;

/** A URL as it may be shown: a query may hold a signature, user info a password, and {@code data:} a whole image. */
public final class MaskedUrl {
    private MaskedUrl() {}

    /** At most as long as an excerpt. */
    public static String of(String url) {
        if (url.regionMatches(true, 0, "data:", 0, "data:".length())) {
            int comma = url.indexOf(',');
            return Excerpt.of(comma < 0 ? "data:" : url.substring(0, comma)) + ",…";
        }
        int query = url.indexOf('?');
        String shown = query < 0 ? url : url.substring(0, query) + "?…";
        int slashes = shown.indexOf("//");
        int at = shown.lastIndexOf('@');
        return Excerpt.of(
                slashes < 0 || at < slashes ? shown : shown.substring(0, slashes + 2) + "…" + shown.substring(at));
    }
}
