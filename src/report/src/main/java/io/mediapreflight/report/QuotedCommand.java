package io.mediapreflight.report;

import io.mediapreflight.text.SafeText;
import io.mediapreflight.text.SurrogateEscape;
import java.util.List;

/** A command to be pasted into a POSIX shell, in printable characters only. */
final class QuotedCommand {
    private static final String PLAIN = "_@%+=:,./-";

    private QuotedCommand() {}

    static String of(List<String> words) {
        StringBuilder command = new StringBuilder();
        for (String word : words) {
            command.append(command.isEmpty() ? "" : " ").append(quoted(word));
        }
        return command.toString();
    }

    /** Quoted for a POSIX shell, and only where that is needed; {@code $'…'} where the word holds what does not print. */
    private static String quoted(String word) {
        if (SafeText.holdsHidden(word)) {
            return dollarQuoted(word);
        }
        return isPlain(word) ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (!alphanumeric && PLAIN.indexOf(c) < 0) {
                return false;
            }
        }
        // zsh takes a leading = for the path of a command
        return !word.isEmpty() && word.charAt(0) != '=';
    }

    private static String dollarQuoted(String word) {
        StringBuilder out = new StringBuilder("$'");
        int codePoint;
        for (int i = 0; i < word.length(); i += Character.charCount(codePoint)) {
            codePoint = word.codePointAt(i);
            if (codePoint == '\\' || codePoint == '\'') {
                out.append('\\').append((char) codePoint);
            } else if (codePoint == '\n') {
                out.append("\\n");
            } else if (codePoint == '\t') {
                out.append("\\t");
            } else if (SafeText.isHidden(codePoint)) {
                octal(out, SurrogateEscape.encode(Character.toString(codePoint)));
            } else {
                out.appendCodePoint(codePoint);
            }
        }
        return out.append('\'').toString();
    }

    /** Three octal digits are the one escape of which every shell knows where it ends. */
    private static void octal(StringBuilder out, byte[] bytes) {
        for (byte each : bytes) {
            out.append('\\')
                    .append(Character.forDigit(each >> 6 & 3, 8))
                    .append(Character.forDigit(each >> 3 & 7, 8))
                    .append(Character.forDigit(each & 7, 8));
        }
    }
}
