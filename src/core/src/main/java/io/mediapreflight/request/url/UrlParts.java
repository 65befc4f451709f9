package io.mediapreflight.request.url;

import static io.mediapreflight.request.url.UrlDefect.broken;
import static io.mediapreflight.request.url.UrlDefect.doubtful;

import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An absolute http(s) URL, taken apart (RFC 3986). Whatever clients are known to take apart in different ways is refused
 * rather than repaired. Characters beyond ASCII are those of an IRI, which maps to one URI only (RFC 3987 3.1).
 */
record UrlParts(boolean userInfo, String host, Optional<String> port, String path, Optional<String> query) {
    private static final int MAX_PORT = 65_535;

    /** What ASCII has and a URI has not, besides controls, blanks and the backslash. */
    private static final String NOT_IN_URI = "\"<>^`{|}";

    /** Takes a URL apart; empty, with a reason among the defects, where that cannot be done. */
    static Optional<UrlParts> split(String text, List<UrlDefect> defects) {
        Optional<Phrase> refusal = refusal(text);
        if (refusal.isPresent()) {
            defects.add(broken(refusal.get()));
            return Optional.empty();
        }
        int authority = text.indexOf("://") + "://".length();
        int end = firstOf(text, "/?#", authority);
        int at = text.lastIndexOf('@', end - 1);
        boolean userInfo = at >= authority;
        String hostAndPort = text.substring(userInfo ? at + 1 : authority, end);
        int colon = hostAndPort.startsWith("[") ? hostAndPort.indexOf(']') + 1 : hostAndPort.indexOf(':');
        String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
        String behind = hostAndPort.substring(host.length());
        boolean bracketed = hostAndPort.startsWith("[");
        if (host.isEmpty() || (bracketed && !behind.isEmpty() && behind.charAt(0) != ':')) {
            defects.add(broken(Phrase.of("url:no-host")));
            return Optional.empty();
        }
        Optional<String> port = behind.length() < 2 ? Optional.empty() : Optional.of(behind.substring(1));
        int fragment = firstOf(text, "#", end);
        int question = firstOf(text, "?", end);
        Optional<String> query =
                question < fragment ? Optional.of(text.substring(question + 1, fragment)) : Optional.empty();
        return Optional.of(
                new UrlParts(userInfo, host, port, text.substring(end, Math.min(question, fragment)), query));
    }

    /** Why the text is no absolute http(s) URL, before it is taken apart. */
    private static Optional<Phrase> refusal(String text) {
        if (text.isEmpty()) {
            return Optional.of(Phrase.of("url:absent"));
        }
        if (text.length() > PublicUrl.MAX_LENGTH) {
            return Optional.of(
                    Phrase.of("url:too-long").with("count", text.length()).with("max", PublicUrl.MAX_LENGTH));
        }
        OptionalInt unfit = text.codePoints().filter(UrlParts::isUnfit).findFirst();
        if (unfit.isPresent()) {
            return Optional.of(Phrase.of("url:character").with("character", codePoint(unfit.getAsInt())));
        }
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            boolean named = !scheme.isEmpty() && firstOf(text, "/?#", 0) > colon;
            return Optional.of(
                    named ? Phrase.of("url:scheme").with("scheme", Excerpt.of(scheme)) : Phrase.of("url:relative"));
        }
        if (!text.startsWith("://", colon)) {
            return Optional.of(Phrase.of("url:no-slashes"));
        }
        return Percent.isWellFormed(text) || isZoned(text) ? Optional.empty() : Optional.of(Phrase.of("url:percent"));
    }

    /** Such as {@code U+FEFF}. */
    static String codePoint(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }

    private static boolean isUnfit(int c) {
        return c == '\\'
                || NOT_IN_URI.indexOf(c) >= 0
                || Character.isISOControl(c)
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == 0xFEFF
                || Character.getType(c) == Character.SURROGATE;
    }

    /** {@code [fe80::1%eth0]}: the zone has a percent sign of its own, and is reported as what it is. */
    private static boolean isZoned(String text) {
        int open = text.indexOf("://");
        int close = text.indexOf(']');
        return text.startsWith("://[", open) && open < close && Percent.isWellFormed(text.substring(close));
    }

    private static int firstOf(String text, String any, int from) {
        for (int i = from; i < text.length(); i++) {
            if (any.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    /** What is wrong with the parts. */
    List<UrlDefect> defects() {
        List<UrlDefect> defects = new ArrayList<>();
        if (userInfo) {
            defects.add(broken(Phrase.of("url:user-info")));
        }
        defects.addAll(HostText.defects(host));
        SharePage.defect(this).ifPresent(defects::add);
        if (port.isPresent() && !isPort(port.get())) {
            defects.add(broken(Phrase.of("url:port").with("max", Integer.toString(MAX_PORT))));
        }
        String rest = path + query.orElse("");
        if (rest.indexOf('[') >= 0 || rest.indexOf(']') >= 0) {
            defects.add(doubtful(Phrase.of("url:bracket")));
        }
        if (Percent.hidesControl(rest)) {
            defects.add(doubtful(Phrase.of("url:control-escape")));
        }
        return defects;
    }

    private static boolean isPort(String text) {
        boolean digits = text.length() <= 5 && text.chars().allMatch(c -> '0' <= c && c <= '9');
        int number = digits ? Integer.parseInt(text) : 0;
        return 1 <= number && number <= MAX_PORT;
    }

    /** By names in lower case. A name that stands twice with two values has both: no reader takes that for one time. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : query.orElse("").split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            parameters.merge(
                    decoded(name).toLowerCase(Locale.ROOT),
                    decoded(value),
                    (first, second) -> first.equals(second) ? first : first + "," + second);
        }
        return parameters;
    }

    private static String decoded(String text) {
        return Percent.decoded(text).orElse(text);
    }

    Optional<String> fileName() {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.isEmpty() ? Optional.empty() : Optional.of(decoded(last));
    }
}
