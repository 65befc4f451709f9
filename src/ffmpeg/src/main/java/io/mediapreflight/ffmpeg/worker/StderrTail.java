package io.mediapreflight.ffmpeg.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a stream to its end, so that its writer never waits, and remembers the last of it. */
final class StderrTail {
    static final int BYTES = 4096; // the summary of a crash of the JVM takes some hundred

    private static final long JOIN_MILLIS = 500; // a process that has ended writes no more

    private final byte[] ring = new byte[BYTES];
    private final Thread reader;
    private long written;

    StderrTail(InputStream stream) {
        reader = new Thread(() -> drain(stream), "preflight decoder messages");
        reader.setDaemon(true);
        reader.start();
    }

    /** What was said last. After the end of the process it is all there. */
    String text() throws InterruptedException {
        reader.join(JOIN_MILLIS);
        synchronized (this) {
            int count = (int) Math.min(written, BYTES);
            byte[] tail = new byte[count];
            for (int i = 0; i < count; i++) {
                tail[i] = ring[(int) ((written - count + i) % BYTES)];
            }
            return new String(tail, StandardCharsets.UTF_8);
        }
    }

    private void drain(InputStream stream) {
        byte[] buffer = new byte[BYTES];
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
            ring[(int) (written % BYTES)] = bytes[i];
            written++;
        }
    }
}
