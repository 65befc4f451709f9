package io.mediapreflight.submit.mask;

/** Whatever follows {@code Bearer} and looks like a token: a service may echo another one's. */
final class BearerTokens {
    private static final String NAME = "bearer";
    private static final String MARKS = "._~+/=%\\-";

    /** A shorter word is a word. */
    private static final int MIN_TOKEN = 8;

    private static final int MAX_SPACES = 8;

    private BearerTokens() {}

    static String masked(String text) {
        String lower = KeySpelling.lowerCase(text);
        StringBuilder masked = new StringBuilder(text.length());
        int kept = 0;
        for (int at = lower.indexOf(NAME); at >= 0; at = lower.indexOf(NAME, Math.max(kept, at + NAME.length()))) {
            int name = at + NAME.length();
            boolean begins = at == 0 || !isWordCharacter(text.charAt(at - 1));
            int token = begins ? endOfSpace(text, name) : name;
            int end = token == name ? token : endOfToken(text, token);
            if (end - token >= MIN_TOKEN) {
                masked.append(text, kept, name).append(' ').append(KeyMask.SHOWN);
                kept = end;
            }
        }
        return masked.append(text, kept, text.length()).toString();
    }

    private static int endOfSpace(String text, int from) {
        int to = from;
        while (to < text.length() && to - from < MAX_SPACES && Character.isWhitespace(text.charAt(to))) {
            to++;
        }
        if (to > from) {
            return to;
        }
        for (String space : new String[] {"%20", "+", "\\u0020"}) {
            if (text.startsWith(space, from)) {
                return from + space.length();
            }
        }
        return from;
    }

    private static int endOfToken(String text, int from) {
        int to = from;
        while (to < text.length() && isTokenCharacter(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean isTokenCharacter(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || MARKS.indexOf(c) >= 0);
    }

    private static boolean isWordCharacter(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }
}
