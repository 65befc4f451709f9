package io.mediapreflight.probe.other;

import io.mediapreflight.spec.Format;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** SVG, HTML and XML, recognised by the document type or, where there is none, by the first tag. */
final class Markup {
    /** Comments and processing instructions before the first tag. Drawing programs write two or three. */
    private static final int MAX_PROLOG = 64;

    /** The tags by which browsers recognise a page (WHATWG MIME Sniffing 7.1). */
    private static final Set<String> HTML_TAGS = Set.of(
            "html", "head", "script", "iframe", "h1", "div", "font", "table", "a", "style", "title", "b", "body", "br",
            "p");

    private Markup() {}

    /** Empty where the text is anything else. */
    static Optional<Format> format(String text) {
        boolean xml = false;
        int at = PlainText.skipSpace(text, 0);
        for (int i = 0; i < MAX_PROLOG; i++) {
            int end;
            if (text.startsWith("<?", at)) {
                xml |= startsWith(text, "<?xml", at);
                end = behind(text, "?>", at + 2);
            } else if (text.startsWith("<!--", at)) {
                end = behind(text, "-->", at + 4);
            } else {
                break;
            }
            if (end < 0) {
                return xml ? Optional.of(Format.XML) : Optional.empty();
            }
            at = PlainText.skipSpace(text, end);
        }
        if (startsWith(text, "<!doctype", at)) {
            String root = name(text, PlainText.skipSpace(text, at + 9));
            return Optional.of(root.equals("svg") ? Format.SVG : root.equals("html") ? Format.HTML : Format.XML);
        }
        String root = text.startsWith("<", at) ? name(text, at + 1) : "";
        if (root.equals("svg")) {
            return Optional.of(Format.SVG);
        }
        if (xml ? root.equals("html") : HTML_TAGS.contains(root)) {
            return Optional.of(Format.HTML);
        }
        return xml ? Optional.of(Format.XML) : Optional.empty();
    }

    private static int behind(String text, String what, int from) {
        int at = text.indexOf(what, from);
        return at < 0 ? -1 : at + what.length();
    }

    private static boolean startsWith(String text, String lowerCase, int at) {
        return text.regionMatches(true, at, lowerCase, 0, lowerCase.length());
    }

    /** The local part of the name at {@code from}, lower case; nothing where more than a name stands there. */
    private static String name(String text, int from) {
        int start = from;
        int at = from;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || ":-_.".indexOf(text.charAt(at)) >= 0)) {
            if (text.charAt(at) == ':') {
                start = at + 1;
            }
            at++;
        }
        boolean ends = at == text.length() || PlainText.isSpace(text.charAt(at)) || "/>[".indexOf(text.charAt(at)) >= 0;
        return ends ? text.substring(start, at).toLowerCase(Locale.ROOT) : "";
    }
}
