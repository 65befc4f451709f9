package io.mediapreflight.audit.text;

import java.io.ByteArrayInputStream;

/** A stream that hands out a byte a read, as a slow pipe may. */
public final class Shortly extends ByteArrayInputStream {
    public Shortly(byte[] bytes) {
        super(bytes);
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(1, length));
    }
}
