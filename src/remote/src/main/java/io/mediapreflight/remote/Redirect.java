package io.mediapreflight.remote;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Where a redirect leads (RFC 9110 10.2.2, RFC 3986 5.2). {@link java.net.URI} refuses what servers send, such as blanks, bars and
 * brackets; whatever comes out here is judged like any other URL.
 */
final class Redirect {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirect() {}

    static boolean isOne(int status) {
        return STATUSES.contains(status);
    }

    /**
     * The URL that a reference means.
     *
     * @param base an absolute URL
     */
    static String resolve(String base, String reference) {
        int authority = base.indexOf("://") + 3;
        int path = firstOf(base, "/?#", authority);
        String origin = base.substring(0, path);
        if (hasScheme(reference)) {
            return reference;
        }
        if (reference.startsWith("//")) {
            return base.substring(0, authority - 2) + reference;
        }
        int end = firstOf(base, "?#", path);
        if (reference.startsWith("?")) {
            return origin + (end == path ? "/" : base.substring(path, end)) + reference;
        }
        if (reference.startsWith("/")) {
            return origin + withoutDots(reference);
        }
        String directory = base.substring(path, end);
        return origin + withoutDots(directory.substring(0, directory.lastIndexOf('/') + 1) + "/" + reference, true);
    }

    private static boolean hasScheme(String reference) {
        int end = firstOf(reference, ":/?#", 0);
        return end > 0 && end < reference.length() && reference.charAt(end) == ':';
    }

    private static String withoutDots(String path) {
        return withoutDots(path, false);
    }

    /** @param joined whether the last slash of a directory stands twice before the reference */
    private static String withoutDots(String path, boolean joined) {
        int end = firstOf(path, "?#", 0);
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.substring(0, end).split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            String segment = segments[i];
            if (segment.equals(".") || segment.equals("..")) {
                if (segment.equals("..")) {
                    kept.pollLast();
                }
                if (last) {
                    kept.addLast("");
                }
            } else if (!joined || last || !segment.isEmpty()) {
                kept.addLast(segment);
            }
        }
        return "/" + String.join("/", kept) + path.substring(end);
    }

    private static int firstOf(String text, String any, int from) {
        for (int i = from; i < text.length(); i++) {
            if (any.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
