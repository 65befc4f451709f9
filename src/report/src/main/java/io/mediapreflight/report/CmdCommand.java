package io.mediapreflight.report;

import io.mediapreflight.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command to be pasted into the command prompt of Windows, in printable characters only. It refuses a percent sign and an
 * exclamation mark, since the prompt may put the value of a variable in their place and knows no way to prevent that, and a double
 * quote, which ends what is quoted.
 */
final class CmdCommand {
    private static final String REFUSED = "%!\"";
    private static final String WILD = "*?";
    private static final String PLAIN = "_-.:+/";

    private CmdCommand() {}

    static Optional<String> of(List<String> words) {
        List<String> quoted = new ArrayList<>();
        for (String word : words) {
            if (isRefused(word)) {
                return Optional.empty();
            }
            quoted.add(isPlain(word) ? word : quoted(word));
        }
        return Optional.of(String.join(" ", quoted));
    }

    /** It is an error that the new name exists. A slash would begin an option, and a star another file. */
    static Optional<String> rename(String from, String to) {
        String name = to.substring(to.lastIndexOf('/') + 1);
        return isRefused(from) || isRefused(to) || holds(from, WILD) || holds(to, WILD)
                ? Optional.empty()
                : Optional.of("ren " + quoted(from.replace('/', '\\')) + " " + quoted(name));
    }

    private static boolean isRefused(String word) {
        return holds(word, REFUSED) || SafeText.holdsHidden(word);
    }

    private static boolean holds(String word, String characters) {
        return word.chars().anyMatch(c -> characters.indexOf(c) >= 0);
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (!alphanumeric && PLAIN.indexOf(c) < 0) {
                return false;
            }
        }
        return !word.isEmpty();
    }

    /** Programs take a backslash before the closing quote for one that escapes it, unless it is doubled. */
    private static String quoted(String word) {
        int end = word.length();
        while (end > 0 && word.charAt(end - 1) == '\\') {
            end--;
        }
        return '"' + word + word.substring(end) + '"';
    }
}
