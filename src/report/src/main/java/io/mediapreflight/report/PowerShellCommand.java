package io.mediapreflight.report;

import io.mediapreflight.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command to be pasted into PowerShell, in printable characters only. It refuses words that versions of PowerShell hand on to a
 * program in different ways: an empty one, one with a double quote, and one with a blank that ends in a backslash.
 */
final class PowerShellCommand {
    /** PowerShell takes these for an apostrophe, too. */
    private static final String APOSTROPHES = "'\u2018\u2019\u201a\u201b";

    private PowerShellCommand() {}

    static Optional<String> of(List<String> words) {
        List<String> quoted = new ArrayList<>();
        for (String word : words) {
            boolean isChanged = word.isEmpty()
                    || word.indexOf('"') >= 0
                    || (word.endsWith("\\") && word.chars().anyMatch(Character::isWhitespace));
            if (isChanged || SafeText.holdsHidden(word)) {
                return Optional.empty();
            }
            quoted.add(isPlain(word) ? word : quoted(word));
        }
        return Optional.of(String.join(" ", quoted));
    }

    /** Without {@code -Force} it is an error that the new name exists. */
    static Optional<String> rename(String from, String to) {
        return SafeText.holdsHidden(from) || SafeText.holdsHidden(to)
                ? Optional.empty()
                : Optional.of("Rename-Item -LiteralPath " + quoted(from) + " -NewName "
                        + quoted(to.substring(to.lastIndexOf('/') + 1)));
    }

    /** Letters, and hyphens between or before them; a number would be one to PowerShell, and {@code --} a mark. */
    private static boolean isPlain(String word) {
        boolean hasLetter = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean isLetter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            hasLetter |= isLetter;
            if (!isLetter && c != '-' && c != '_') {
                return false;
            }
        }
        return hasLetter;
    }

    private static String quoted(String word) {
        StringBuilder out = new StringBuilder("'");
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            out.append(c);
            if (APOSTROPHES.indexOf(c) >= 0) {
                out.append(c);
            }
        }
        return out.append('\'').toString();
    }
}
