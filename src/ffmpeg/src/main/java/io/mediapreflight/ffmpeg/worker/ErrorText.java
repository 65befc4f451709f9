package io.mediapreflight.ffmpeg.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads standard error to its end, so that its writer never waits, and keeps the first and the last of it. */
public final class ErrorText {
    private static final int HEAD = 4096; // the first error is the cause of the others
    private static final int TAIL = 4096; // the summary of a crash of the JVM takes some hundred
    private static final long JOIN_MILLIS = 500; // a process that has ended writes no more

    private final byte[] head = new byte[HEAD];
    private final byte[] tail = new byte[TAIL];
    private final Thread reader;
    private long written;

    /** Begins to read at once, in a thread of its own. */
    public ErrorText(InputStream stream) {
        reader = new Thread(() -> drain(stream), "preflight messages of a process");
        reader.setDaemon(true);
        reader.start();
    }

    /** After the end of the process it is all there. */
    public String text() throws InterruptedException {
        reader.join(JOIN_MILLIS);
        synchronized (this) {
            int first = (int) Math.min(written, HEAD);
            int count = (int) Math.min(written - first, TAIL);
            byte[] text = new byte[first + count];
            System.arraycopy(head, 0, text, 0, first);
            for (int i = 0; i < count; i++) {
                text[first + i] = tail[(int) ((written - count + i) % TAIL)];
            }
            return new String(text, StandardCharsets.UTF_8);
        }
    }

    private void drain(InputStream stream) {
        byte[] buffer = new byte[TAIL];
        try (stream) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                keep(buffer, count);
            }
        } catch (IOException e) {
            // The process was killed: what it said before is all there is.
        }
    }

    private synchronized void keep(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (written < HEAD) {
                head[(int) written] = bytes[i];
            }
            tail[(int) (written % TAIL)] = bytes[i];
            written++;
        }
    }
}
