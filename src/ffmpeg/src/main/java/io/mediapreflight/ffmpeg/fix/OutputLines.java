package io.mediapreflight.ffmpeg.fix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands on what a program prints, a line at a time. */
final class OutputLines {
    private static final int MAX_LINE = 1024; // FFmpeg's are shorter than its screens
    private static final long JOIN_MILLIS = 2000; // a process that has ended writes no more

    private final Consumer<String> lines;
    private final Thread reader;
    private final byte[] line = new byte[MAX_LINE];
    private int length;

    OutputLines(InputStream stream, Consumer<String> lines) {
        this.lines = lines;
        reader = new Thread(() -> read(stream), "preflight program output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Waits until all lines of a program that has ended are handed on. */
    void join() throws InterruptedException {
        reader.join(JOIN_MILLIS);
    }

    private void read(InputStream stream) {
        byte[] buffer = new byte[MAX_LINE];
        try (stream) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    add(buffer[i]);
                }
            }
        } catch (IOException e) {
            // The process was killed.
        }
    }

    private void add(byte each) {
        if (each == '\n') {
            lines.accept(new String(line, 0, length, StandardCharsets.UTF_8));
            length = 0;
        } else if (length < MAX_LINE) {
            line[length++] = each;
        }
    }
}
