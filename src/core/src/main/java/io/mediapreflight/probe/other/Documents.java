package io.mediapreflight.probe.other;

import io.mediapreflight.probe.Probed;
import io.mediapreflight.spec.Format;
import java.util.Optional;

/** What is written as text: SVG, HTML, XML, JSON, anything else; and PDF that does not begin at its beginning. */
final class Documents implements Recogniser {
    /** Acrobat takes a header anywhere in the first 1024 bytes (PDF Reference 1.7, appendix H, note 13). */
    private static final int PDF_WITHIN = 1024;

    @Override
    public Optional<Probed> recognise(Prefix prefix) {
        Optional<PlainText> text = PlainText.of(prefix);
        Optional<Format> format = text.isPresent() ? structured(text.get().content()) : Optional.empty();
        if (format.isEmpty() && hasPdfHeader(prefix)) {
            format = Optional.of(Format.PDF);
        }
        if (format.isEmpty() && text.isPresent() && text.get().isCertain()) {
            format = Optional.of(Format.TEXT);
        }
        return format.isEmpty()
                ? Optional.empty()
                : Optional.of(Probed.named(format.get(), format.get().kind()));
    }

    private static Optional<Format> structured(String text) {
        Optional<Format> markup = Markup.format(text);
        return markup.isEmpty() && isJson(text) ? Optional.of(Format.JSON) : markup;
    }

    /** {@code %PDF-} and a version: the name alone may be spoken of. */
    private static boolean hasPdfHeader(Prefix prefix) {
        int at = prefix.indexOf("%PDF-");
        return at >= 0
                && at < PDF_WITHIN
                && prefix.has(at, 8)
                && isDigit((char) prefix.u8(at + 5))
                && prefix.u8(at + 6) == '.'
                && isDigit((char) prefix.u8(at + 7));
    }

    /** An object or array, with what may come next in one (RFC 8259 4, 5): an INI file begins with [ too. */
    private static boolean isJson(String text) {
        int at = PlainText.skipSpace(text, 0);
        int next = PlainText.skipSpace(text, at + 1);
        if (next >= text.length()) {
            return false;
        }
        char inside = text.charAt(next);
        if (text.charAt(at) == '{') {
            return inside == '"' || inside == '}';
        }
        return text.charAt(at) == '['
                && ("\"{[]-".indexOf(inside) >= 0
                        || isDigit(inside)
                        || text.startsWith("true", next)
                        || text.startsWith("false", next)
                        || text.startsWith("null", next));
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
