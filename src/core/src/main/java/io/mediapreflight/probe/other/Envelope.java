package io.mediapreflight.probe.other;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.spec.Format;
import io.mediapreflight.text.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * Files that were saved together with what they came in: a whole multipart body, the head of an HTTP response, a
 * byte-order mark, blank lines. No decoder looks for an image behind such, so the file is no image; the finding says what it is.
 */
final class Envelope implements Recogniser {
    private static final String CLAUSE = "every format";
    private static final String FORMAT = "format";

    private static final List<String> BYTE_ORDER_MARKS =
            List.of(Signature.hex("EFBBBF"), Signature.hex("FEFF"), Signature.hex("FFFE"));

    /** The beginnings of the names of HTTP or MIME fields that announce a body. */
    private static final String FIELD = "content-";

    /** A boundary has up to 70 characters (RFC 2046 5.1.1), and two hyphens in front. */
    private static final int MAX_BOUNDARY_LINE = 72;

    /** Lines of a head that are looked at; real ones have some dozens. */
    private static final int MAX_LINES = 128;

    private static final List<Signature> MEDIA = List.of(
            Signature.of(Format.JPEG, Signature.hex("FFD8FF")),
            Signature.of(Format.PNG, Signature.hex("89504E470D0A1A0A")),
            Signature.of(Format.GIF, "GIF8", 5, "a"),
            Signature.of(Format.WEBP, "RIFF", 8, "WEBP"),
            Signature.of(Format.MKV, Signature.hex("1A45DFA3")),
            Signature.of(Format.MP4, "", 4, "ftyp"));

    @Override
    public Optional<Probed> recognise(Prefix prefix) {
        int start = skipSpace(prefix, 0);
        Optional<Phrase> what = multipart(prefix, start)
                .or(() -> http(prefix, start))
                .or(() -> mark(prefix))
                .or(() -> blank(prefix, start));
        return what.map(
                text -> Probed.unrecognised(Malformed.broken(MalformedCode.SAVED_WITH_ENVELOPE, 0, text, CLAUSE)));
    }

    /** A delimiter line, then a field (RFC 2046 5.1). */
    private static Optional<Phrase> multipart(Prefix prefix, int start) {
        int end = lineEnd(prefix, start);
        boolean isDelimiter = prefix.holds(start, "--") && end - start > 2 && end - start <= MAX_BOUNDARY_LINE;
        return isDelimiter && isField(prefix, nextLine(prefix, end))
                ? Optional.of(before(
                        prefix,
                        headEnd(prefix, nextLine(prefix, end)),
                        "defects:envelope.multipart",
                        "defects:envelope.multipart-media"))
                : Optional.empty();
    }

    /** A status line, or fields of which one announces a body, up to an empty line. */
    private static Optional<Phrase> http(Prefix prefix, int start) {
        boolean hasStatus = (prefix.holds(start, "HTTP/1.") || prefix.holds(start, "HTTP/2"))
                && hasColon(prefix, nextLine(prefix, lineEnd(prefix, start)));
        return hasStatus || isField(prefix, start)
                ? Optional.of(
                        before(prefix, headEnd(prefix, start), "defects:envelope.http", "defects:envelope.http-media"))
                : Optional.empty();
    }

    private static Optional<Phrase> mark(Prefix prefix) {
        for (String mark : BYTE_ORDER_MARKS) {
            Optional<Format> media = prefix.holds(0, mark) ? mediaAt(prefix, mark.length()) : Optional.empty();
            if (media.isPresent()) {
                return Optional.of(Phrase.of("defects:envelope.mark")
                        .with("hex", prefix.hex(mark.length()))
                        .with(FORMAT, media.get().label()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Phrase> blank(Prefix prefix, int start) {
        return start == 0
                ? Optional.empty()
                : mediaAt(prefix, start)
                        .map(format -> Phrase.of("defects:envelope.blank").with(FORMAT, format.label()));
    }

    /** What stands before the body; with the format of the media where the body is known to be such. */
    private static Phrase before(Prefix prefix, int body, String key, String keyWithMedia) {
        return mediaAt(prefix, body)
                .map(format ->
                        Phrase.of(keyWithMedia).with(FORMAT, format.label()).with("offset", Integer.toString(body)))
                .orElseGet(() -> Phrase.of(key));
    }

    private static Optional<Format> mediaAt(Prefix prefix, int offset) {
        for (Signature media : MEDIA) {
            if (prefix.holds(offset, media.first()) && prefix.holds(offset + media.offset(), media.second())) {
                return Optional.of(media.format());
            }
        }
        return Optional.empty();
    }

    private static boolean isField(Prefix prefix, int line) {
        return prefix.has(line, FIELD.length()) && prefix.equalsIgnoreCase(line, FIELD);
    }

    /** Whether a line may be a field: a text about HTTP begins like a response, too. */
    private static boolean hasColon(Prefix prefix, int line) {
        int colon = prefix.indexOf(":", line);
        return colon >= 0 && colon < lineEnd(prefix, line);
    }

    /** Behind the empty line that ends a head; the end of what is looked at where there is none. */
    private static int headEnd(Prefix prefix, int start) {
        int line = start;
        for (int i = 0; i < MAX_LINES && line < prefix.length(); i++) {
            int end = lineEnd(prefix, line);
            if (end == line) {
                return nextLine(prefix, end);
            }
            line = nextLine(prefix, end);
        }
        return prefix.length();
    }

    private static int lineEnd(Prefix prefix, int from) {
        int at = from;
        while (at < prefix.length() && prefix.u8(at) != '\r' && prefix.u8(at) != '\n') {
            at++;
        }
        return at;
    }

    private static int nextLine(Prefix prefix, int lineEnd) {
        return prefix.holds(lineEnd, "\r\n") ? lineEnd + 2 : lineEnd + 1;
    }

    private static int skipSpace(Prefix prefix, int from) {
        int at = from;
        while (at < prefix.length() && PlainText.isSpace((char) prefix.u8(at))) {
            at++;
        }
        return at;
    }
}
