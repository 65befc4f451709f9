package io.mediapreflight.report.exchange;

import io.mediapreflight.source.SourceName;
import io.mediapreflight.text.SurrogateEscape;
import java.nio.charset.StandardCharsets;

/** Names of sources for programs that look for them in a checked-out repository. */
final class FileUri {
    private static final String UNRESERVED = "-._~/";
    private static final String RESERVED = UNRESERVED + ":?#[]@!$&'()*+,;=%";

    private static final String OBJECT = "s3://";

    private FileUri() {}

    /** The path from the working directory, without {@code ./} before it; never empty. */
    static String relative(SourceName source) {
        String path = source.path();
        while (path.startsWith("./")) {
            path = path.substring(2);
        }
        return path.isEmpty() ? "." : path;
    }

    /** That path as a reference (RFC 3986), byte by byte; a URL as it is but for what no URL may hold, and likewise the name of an object. */
    static String of(SourceName source) {
        String path = relative(source);
        if (path.startsWith(OBJECT)) {
            return OBJECT + encoded(path.substring(OBJECT.length()), UNRESERVED);
        }
        boolean isUrl = path.regionMatches(true, 0, "http://", 0, 7) || path.regionMatches(true, 0, "https://", 0, 8);
        String encoded = encoded(path, isUrl ? RESERVED : UNRESERVED);
        return path.startsWith("/") ? "file://" + encoded : encoded;
    }

    private static String encoded(String path, String kept) {
        StringBuilder uri = new StringBuilder();
        for (byte each : SurrogateEscape.encode(path)) {
            char c = (char) (each & 0xFF);
            boolean alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (alphanumeric || kept.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append('%').append(digit(each >> 4)).append(digit(each));
            }
        }
        return uri.toString();
    }

    private static char digit(int value) {
        return "0123456789ABCDEF".charAt(value & 0xF);
    }

    /** All that distinguishes the source, for a fingerprint. */
    static byte[] identity(SourceName source) {
        return (relative(source) + source.line() + source.id()).getBytes(StandardCharsets.UTF_16BE);
    }
}
