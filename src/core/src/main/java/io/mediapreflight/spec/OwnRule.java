package io.mediapreflight.spec;

/**
 * A rule of the caller's own.
 *
 * @param id a namespace, a slash and a name, each of letters, digits, dots and hyphens, such as {@code acme/logo}: no
 *     built-in rule has such an id, nor will have
 * @param title what the rule is about, in a phrase
 * @param bound in words that fit into "It is ACTUAL; it must be BOUND", such as {@code a square image}
 * @param remedy how to fix a file that breaks the rule
 */
public record OwnRule(String id, String title, String bound, String remedy) implements RuleDescription {
    public OwnRule {
        if (!isNamespaced(id)) {
            throw new IllegalArgumentException(
                    "not an id of an own rule: '" + id + "'; it needs a namespace and a name, such as acme/logo");
        }
    }

    /** Whether it is such an id. */
    public static boolean isNamespaced(String id) {
        int slash = id.indexOf('/');
        return isName(id, 0, slash) && isName(id, slash + 1, id.length());
    }

    private static boolean isName(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char letter = text.charAt(i);
            boolean alphanumeric = (letter >= 'a' && letter <= 'z')
                    || (letter >= 'A' && letter <= 'Z')
                    || (letter >= '0' && letter <= '9');
            if (!alphanumeric && letter != '.' && letter != '-') {
                return false;
            }
        }
        return start < end;
    }

    @Override
    public String bound(Limits limits) {
        return bound;
    }
}
