package io.mediapreflight.request.url;

import java.text.Normalizer;
import java.util.Optional;

/** One label of a host name, mapped already (UTS 46 4): whether name servers can be asked for it, and in which form. */
final class HostLabel {
    /** RFC 1035 2.3.4. */
    private static final int MAX_LENGTH = 63;

    private static final String ACE_PREFIX = "xn--";

    private HostLabel() {}

    /** What name servers are asked for; empty where the label is invalid. */
    static Optional<String> ascii(String label) {
        // A longer label of any letters has a longer ASCII form, and Punycode takes time.
        boolean fits = !label.isEmpty() && label.length() <= MAX_LENGTH;
        if (!fits || label.startsWith("-") || label.endsWith("-") || !isLetters(label)) {
            return Optional.empty();
        }
        boolean encoded = label.startsWith(ACE_PREFIX);
        if (isAscii(label)) {
            return !encoded || isEncoding(label) ? Optional.of(label) : Optional.empty();
        }
        String ascii = ACE_PREFIX + Punycode.encode(label);
        return encoded || ascii.length() > MAX_LENGTH || beginsWithMark(label) ? Optional.empty() : Optional.of(ascii);
    }

    /** Whether it decodes to letters beyond ASCII that would be encoded just so: else it is another name in disguise. */
    private static boolean isEncoding(String label) {
        String code = label.substring(ACE_PREFIX.length());
        Optional<String> text = Punycode.decode(code);
        return text.isPresent()
                && !isAscii(text.get())
                && isLetters(text.get())
                && !beginsWithMark(text.get())
                && text.get()
                        .codePoints()
                        .noneMatch(c -> c >= 0x80 && !HostCharacters.table().isValid(c))
                && Normalizer.isNormalized(text.get(), Normalizer.Form.NFC)
                && Punycode.encode(text.get()).equals(code);
    }

    private static boolean isLetters(String label) {
        return label.codePoints()
                .allMatch(c ->
                        c < 0x80 ? isNameCharacter(c) : !HostCharacters.table().isDisallowed(c));
    }

    /** The underscore is no letter of host names, and stands in those of buckets. */
    private static boolean isNameCharacter(int c) {
        return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '-' || c == '_';
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static boolean beginsWithMark(String label) {
        return HostCharacters.table().isMark(label.codePointAt(0));
    }
}
