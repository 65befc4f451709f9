package io.mediapreflight.request.url;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Media that stand in the request itself, where a URL belongs: {@code data:} (RFC 2397) or bare base64. */
final class EmbeddedMedia {
    private static final String SCHEME = "data:";

    /** Shorter than this it is rather a word or a path than an image: the smallest PNG has 67 bytes. */
    private static final int MIN_BASE64 = 88;

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]*+={0,2}");

    private EmbeddedMedia() {}

    static boolean isEmbedded(String url) {
        return url.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || (url.length() >= MIN_BASE64 && BASE64.matcher(url).matches());
    }

    /** The bytes; empty where they are written in another way than base64, or cannot be decoded. */
    static Optional<byte[]> bytes(String url) {
        String text = url;
        if (url.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            int comma = url.indexOf(',');
            String marker = ";base64";
            if (comma < 0 || !url.regionMatches(true, comma - marker.length(), marker, 0, marker.length())) {
                return Optional.empty();
            }
            text = url.substring(comma + 1);
        }
        boolean forUrls = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
        try {
            return Optional.of((forUrls ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
