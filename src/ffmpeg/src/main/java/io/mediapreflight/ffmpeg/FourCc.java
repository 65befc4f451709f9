package io.mediapreflight.ffmpeg;

/** Four-character codes, which FFmpeg keeps in little-endian numbers. */
final class FourCc {
    private static final int CHARACTERS = 4;
    private static final int BYTE = 0xFF;

    private FourCc() {}

    /** The code; what is not printable ASCII is a question mark. */
    static String text(int tag) {
        char[] text = new char[CHARACTERS];
        for (int i = 0; i < CHARACTERS; i++) {
            int letter = (tag >> (Byte.SIZE * i)) & BYTE;
            text[i] = letter >= ' ' && letter <= '~' ? (char) letter : '?';
        }
        return new String(text);
    }
}
