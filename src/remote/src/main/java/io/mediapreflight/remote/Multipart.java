package io.mediapreflight.remote;

import io.mediapreflight.source.ContentRange;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parts of {@code multipart/byteranges} (RFC 9110 14.6). */
final class Multipart {
    private static final String TYPE = "multipart/byteranges";
    private static final String BOUNDARY = "boundary=";
    private static final int MAX_BOUNDARY = 70; // RFC 2046 5.1.1
    private static final int MAX_HEADERS = 1024;

    private Multipart() {}

    static boolean isOne(Optional<String> contentType) {
        return contentType
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(TYPE))
                .isPresent();
    }

    /** How many bytes such a response has at most around its parts. */
    static int overhead(int parts) {
        return (parts + 1) * (MAX_HEADERS + MAX_BOUNDARY);
    }

    /**
     * The parts by where they begin in the file.
     *
     * @param size of the file, which each part must confirm
     * @return empty where it is not understood in every detail
     */
    static Optional<Map<Long, byte[]>> read(String contentType, byte[] body, long size) {
        int at = contentType.toLowerCase(Locale.ROOT).indexOf(BOUNDARY);
        String boundary = at < 0 ? "" : contentType.substring(at + BOUNDARY.length());
        int end = boundary.indexOf(';');
        boundary = (end < 0 ? boundary : boundary.substring(0, end)).trim().replace("\"", "");
        if (boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
            return Optional.empty();
        }
        byte[] delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        Map<Long, byte[]> parts = new TreeMap<>();
        int from = skipLineEnd(body, 0);
        while (startsWith(body, from, delimiter)) {
            from += delimiter.length;
            if (startsWith(body, from, new byte[] {'-', '-'})) {
                return Optional.of(parts);
            }
            int headersEnd = endOfHeaders(body, from);
            Optional<ContentRange> range = headersEnd < 0 ? Optional.empty() : range(body, from, headersEnd);
            if (range.isEmpty()
                    || range.get().first() < 0
                    || range.get().size().orElse(-1) != size
                    || range.get().last() - range.get().first() >= body.length - headersEnd) {
                return Optional.empty();
            }
            from = headersEnd + range.get().length();
            parts.put(range.get().first(), Arrays.copyOfRange(body, headersEnd, from));
            from = skipLineEnd(body, from);
        }
        return Optional.empty();
    }

    private static int skipLineEnd(byte[] body, int from) {
        return startsWith(body, from, new byte[] {'\r', '\n'}) ? from + 2 : from;
    }

    private static boolean startsWith(byte[] body, int from, byte[] what) {
        return from + what.length <= body.length && Arrays.equals(body, from, from + what.length, what, 0, what.length);
    }

    private static int endOfHeaders(byte[] body, int from) {
        byte[] blank = {'\r', '\n', '\r', '\n'};
        for (int at = from; at < Math.min(body.length, from + MAX_HEADERS); at++) {
            if (startsWith(body, at, blank)) {
                return at + blank.length;
            }
        }
        return -1;
    }

    private static Optional<ContentRange> range(byte[] body, int from, int to) {
        String headers = new String(body, from, to - from, StandardCharsets.ISO_8859_1);
        for (String line : headers.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-range:")) {
                return ContentRange.read(line.substring("content-range:".length()));
            }
        }
        return Optional.empty();
    }
}
