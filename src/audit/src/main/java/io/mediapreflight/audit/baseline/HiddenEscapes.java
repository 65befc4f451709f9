package io.mediapreflight.audit.baseline;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/** Spells out what does not show, or makes other text show wrongly: a baseline is read in diffs, on terminals. */
final class HiddenEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[DELETE] = ESCAPE_STANDARD;
        return codes;
    }

    /** Asked for each char beyond ASCII. */
    @Override
    public @Nullable SerializableString getEscapeSequence(int ch) {
        return isHidden(ch)
                ? new SerializedString("\\u" + Integer.toHexString(0x10000 | ch).substring(1))
                : null;
    }

    private static boolean isHidden(int ch) {
        return switch (Character.getType(ch)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
