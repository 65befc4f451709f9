package io.mediapreflight.submit.mask;

import java.util.Map;
import java.util.Optional;

/**
 * A text after some passes of decoding, which knows where in the original each character comes from. A pass takes one layer of
 * escapes off (JSON, URL, HTML) and leaves out what is invisible. Every pass is linear, and none makes the text longer.
 */
final class DecodedText {
    /** How a pass treats a backslash. */
    enum Backslashes {
        /** However many stand before a character, they escape it: a text that was escaped any number of times reads alike. */
        DROPPED,
        /** Two are one, as in JSON: for a key that has backslashes of its own. */
        PAIRED
    }

    private static final Map<String, Character> ENTITIES =
            Map.of("quot;", '"', "amp;", '&', "lt;", '<', "gt;", '>', "apos;", '\'');

    /** A numeric reference such as the one of A with four zeros in front has ten characters behind the ampersand; no escape of a key has more. */
    private static final int MAX_REFERENCE = 12;

    private final String text;
    private final int[] starts;
    private final int[] ends;

    private DecodedText(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** The text as it stands. */
    static DecodedText of(String original) {
        int[] starts = new int[original.length()];
        int[] ends = new int[original.length()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = i;
            ends[i] = i + 1;
        }
        return new DecodedText(original, starts, ends);
    }

    String text() {
        return text;
    }

    /** Where the character at this index begins in the original. */
    int start(int index) {
        return starts[index];
    }

    /** Where it ends there. */
    int end(int index) {
        return ends[index];
    }

    /** One layer less; empty where there is none to take off. */
    Optional<DecodedText> decoded(Backslashes backslashes) {
        return new Pass(backslashes).run();
    }

    /** One pass over the text. */
    private final class Pass {
        private final Backslashes backslashes;
        private final StringBuilder out = new StringBuilder(text.length());
        private final int[] outStarts = new int[text.length()];
        private final int[] outEnds = new int[text.length()];
        private boolean changed;
        private int at;

        Pass(Backslashes backslashes) {
            this.backslashes = backslashes;
        }

        Optional<DecodedText> run() {
            while (at < text.length()) {
                switch (text.charAt(at)) {
                    case '\\' -> backslash();
                    case '%' -> percent();
                    case '&' -> reference();
                    default -> plain();
                }
            }
            return changed ? Optional.of(new DecodedText(out.toString(), outStarts, outEnds)) : Optional.empty();
        }

        private void plain() {
            int codePoint = text.codePointAt(at);
            if (isUnseen(codePoint)) {
                drop(Character.charCount(codePoint));
            } else {
                emit(text.charAt(at), 1);
            }
        }

        private void backslash() {
            int next = at + 1;
            while (backslashes == Backslashes.DROPPED && next < text.length() && text.charAt(next) == '\\') {
                next++;
            }
            char escaped = next < text.length() ? text.charAt(next) : '\0';
            int code = escaped == 'u' ? hex(next + 1, 4) : -1;
            if (code >= 0) {
                emit((char) code, next + 5 - at);
            } else if ("bfnrt".indexOf(escaped) >= 0) {
                drop(next + 1 - at);
            } else if (backslashes == Backslashes.DROPPED) {
                drop(next - at);
                if (next < text.length()) {
                    emit(escaped, 1);
                }
            } else {
                boolean pair = "\\\"/".indexOf(escaped) >= 0;
                emit(pair ? escaped : '\\', pair ? 2 : 1);
            }
        }

        private void percent() {
            int code = hex(at + 1, 2);
            if (code >= 0) {
                emit((char) code, 3);
            } else {
                emit('%', 1);
            }
        }

        private void reference() {
            int end = at;
            while (end < text.length() && end - at <= MAX_REFERENCE && text.charAt(end) != ';') {
                end++;
            }
            boolean ends = end < text.length() && end - at <= MAX_REFERENCE;
            String name = ends ? text.substring(at + 1, end + 1) : "";
            int code = name.startsWith("#") ? number(name.substring(1, name.length() - 1)) : entity(name);
            if (code >= 0) {
                emit((char) code, name.length() + 1);
            } else {
                emit('&', 1);
            }
        }

        private int entity(String name) {
            Character named = ENTITIES.get(name);
            return named == null ? -1 : named;
        }

        private int number(String digits) {
            try {
                boolean hexadecimal = digits.startsWith("x") || digits.startsWith("X");
                int code = hexadecimal ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
                return code <= Character.MAX_VALUE ? code : -1;
            } catch (NumberFormatException e) {
                return -1;
            }
        }

        /** The value of so many hexadecimal digits; -1 where they are not there. */
        private int hex(int from, int count) {
            int value = 0;
            for (int i = from; i < from + count; i++) {
                int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
                if (digit < 0) {
                    return -1;
                }
                value = value * 16 + digit;
            }
            return value;
        }

        private void emit(char c, int length) {
            int before = out.length();
            changed |= length > 1;
            if (length == 1 || !isUnseen(c)) {
                outStarts[before] = starts[at];
                outEnds[before] = ends[at + length - 1];
                out.append(c);
            }
            at += length;
        }

        private void drop(int length) {
            changed = true;
            at += length;
        }
    }

    /** Control and format characters, which stand in a text without being seen. */
    private static boolean isUnseen(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.FORMAT;
    }
}
