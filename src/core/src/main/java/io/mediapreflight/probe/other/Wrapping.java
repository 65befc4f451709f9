package io.mediapreflight.probe.other;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.Probed;
import java.util.Locale;
import java.util.Optional;

/** A file with something in front of it that a program left there: the rest of an upload or download, a byte-order mark. */
final class Wrapping implements Recogniser {
    private static final String BYTE_ORDER_MARK = Signature.hex("EFBBBF");

    /** RFC 2046 5.1.1: two dashes and at most 70 characters. */
    private static final int MAX_BOUNDARY = 72;

    /** Lines of a head. Servers send about a dozen. */
    private static final int MAX_LINES = 64;

    @Override
    public Optional<Probed> recognise(Prefix prefix) {
        if (prefix.holds(0, "HTTP/") && headEnd(prefix, lineEnd(prefix, 0)) > 0) {
            return named(MalformedCode.HTTP_HEAD, "an HTTP response that was saved with its headers", "RFC 9112");
        }
        if (isMultipart(prefix)) {
            return named(
                    MalformedCode.MULTIPART_BODY, "a multipart body that was saved as it was uploaded", "RFC 2046 5.1");
        }
        if (startsWithHeader(prefix) && headEnd(prefix, 0) > 0) {
            return named(MalformedCode.HTTP_HEAD, "HTTP headers with a file behind them", "RFC 9112");
        }
        if (prefix.holds(0, BYTE_ORDER_MARK) && Text.of(prefix).isEmpty()) {
            return named(
                    MalformedCode.BYTE_ORDER_MARK,
                    "a byte-order mark with a file behind it, as a program writes that takes a file for text",
                    "every format");
        }
        return Optional.empty();
    }

    /** The first line is a boundary, and the headers of a part follow. */
    private static boolean isMultipart(Prefix prefix) {
        int end = lineEnd(prefix, 0);
        boolean isBoundary = prefix.holds(0, "--") && end > 2 && end <= MAX_BOUNDARY;
        return isBoundary && headEnd(prefix, end) > 0;
    }

    private static boolean startsWithHeader(Prefix prefix) {
        int end = lineEnd(prefix, 0);
        return end > 0 && prefix.slice(0, end).toLowerCase(Locale.ROOT).startsWith("content-");
    }

    /** Where the empty line stands that ends the headers from here on; −1 where these are no headers. */
    private static int headEnd(Prefix prefix, int from) {
        int at = from;
        for (int i = 0; i < MAX_LINES && at >= 0; i++) {
            int end = lineEnd(prefix, at);
            if (end < 0) {
                return -1;
            }
            String line = prefix.slice(at, end).strip();
            if (line.isEmpty() && i > 0) {
                return end;
            }
            if (line.indexOf(':') <= 0) {
                return -1;
            }
            at = end;
        }
        return -1;
    }

    /** Behind the line feed of the line that begins here; −1 where it has none. */
    private static int lineEnd(Prefix prefix, int from) {
        int feed = from < 0 ? -1 : prefix.indexOf("\n", from);
        return feed < 0 ? -1 : feed + 1;
    }

    private static Optional<Probed> named(MalformedCode code, String what, String clause) {
        return Optional.of(Probed.unrecognised(Malformed.broken(code, 0, "it is " + what, clause)));
    }
}
