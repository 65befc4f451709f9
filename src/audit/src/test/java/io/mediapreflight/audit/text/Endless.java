package io.mediapreflight.audit.text;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A stream that says the same over and over, made as it is read. */
public final class Endless extends InputStream {
    private final byte[] text;
    private final long length;
    private long position;

    /** The character so many times. */
    public Endless(char each, long count) {
        this(String.valueOf(each), count);
    }

    /** The text so many times. */
    public Endless(String text, long count) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
        this.length = count * this.text.length;
    }

    @Override
    public int read() {
        return position < length ? text[(int) (position++ % text.length)] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) {
        int count = (int) Math.min(length - position, wanted);
        for (int i = 0; i < count; i++) {
            into[offset + i] = (byte) read();
        }
        return count == 0 && wanted > 0 ? -1 : count;
    }

    /** How many bytes are still unread. */
    public long left() {
        return length - position;
    }
}
