package io.mediapreflight.probe.other;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The first bytes of a source, up to {@link Window#CAPACITY}, read at once; and a way to look further. */
final class Prefix {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final Window window;

    /** The bytes as ISO 8859-1, a character for each: signatures are then substrings. */
    private final String bytes;

    private Prefix(Window window, String bytes) {
        this.window = window;
        this.bytes = bytes;
    }

    static Prefix read(Window window) throws IOException, MalformedException {
        return new Prefix(window, window.text(0, load(window)));
    }

    /** Fills the window, and returns how many bytes there are. */
    private static int load(Window window) throws IOException, MalformedException {
        int most = (int) Math.min(Window.CAPACITY, window.size().atMost());
        try {
            window.bytes(0, most);
            return most;
        } catch (MalformedException e) {
            // The end of a source of unknown size gives its exact size; else the budget is used up.
            if (!window.knowsSize()) {
                throw e;
            }
            return (int) Math.min(most, window.size().atLeast());
        }
    }

    /** The source, for numbers of several bytes: those of the prefix cost no read until a recogniser looks further. */
    Window window() {
        return window;
    }

    /** How many bytes there are: all of the source where they are fewer than {@link Window#CAPACITY}. */
    int length() {
        return bytes.length();
    }

    boolean has(int offset, int length) {
        return offset >= 0 && offset <= bytes.length() - length;
    }

    /** Whether these bytes, as ISO 8859-1, stand at {@code offset}. */
    boolean holds(int offset, String signature) {
        return bytes.startsWith(signature, offset);
    }

    /** Whether these letters, in upper or lower case, stand at {@code offset}. */
    boolean equalsIgnoreCase(int offset, String letters) {
        return bytes.regionMatches(true, offset, letters, 0, letters.length());
    }

    /** Where these bytes, as ISO 8859-1, stand first; −1 where they do not. */
    int indexOf(String signature) {
        return bytes.indexOf(signature);
    }

    /** The same from here on. */
    int indexOf(String signature, int from) {
        return bytes.indexOf(signature, from);
    }

    int u8(int offset) {
        return bytes.charAt(offset);
    }

    boolean isAllZero() {
        return bytes.chars().allMatch(value -> value == 0);
    }

    byte[] toArray() {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The first bytes as people read them, such as {@code 4C 6F 72}. */
    String hex(int length) {
        return HEX.formatHex(toArray(), 0, length);
    }

    /**
     * Looks further than the prefix where a format needs it: whether the source goes on at {@code offset}. Reads at
     * most {@code length} bytes there, and none where they are at hand.
     */
    boolean goesOnAt(long offset, int length) throws IOException, MalformedException {
        if (offset < 0 || !window.exists(offset)) {
            return false;
        }
        window.prefetch(offset, length);
        return true;
    }
}
