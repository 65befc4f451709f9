package io.mediapreflight.cli.compare;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs another program to its end, within bounds. Whatever happens, nothing of it runs on.
 *
 * @param output what it printed, up to a bound
 * @param ending how it ended
 */
record ToolRun(String output, Ending ending) {
    /** A report on one file: a few KiB, and some hundred bytes more for each track. */
    static final int MAX_OUTPUT = 1 << 20;

    private static final int BUFFER = 1 << 13;

    /** A program that has ended writes no more; what it started may keep the pipe open. */
    private static final long JOIN_MILLIS = 2000;

    /** What is passed on of the environment; keys and tokens of this program are not among it. */
    private static final List<String> PASSED_ON =
            List.of("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP", "USERPROFILE");

    enum Ending {
        EXITED,
        NOT_STARTED,
        TOO_SLOW,
        TOO_MUCH
    }

    /**
     * Runs one.
     *
     * @param directory in which it runs
     * @throws InterruptedException after the program has ended
     */
    static ToolRun of(List<String> words, Path directory, Duration time) throws InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(directory.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(PASSED_ON);
        environment.put("LC_ALL", "C.UTF-8");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new ToolRun("", Ending.NOT_STARTED);
        }
        Output output = new Output(process.getInputStream());
        try {
            process.getOutputStream().close();
            Thread reader = new Thread(() -> output.read(process), "compare-output");
            reader.setDaemon(true);
            reader.start();
            boolean over = process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
            if (over) {
                reader.join(JOIN_MILLIS);
            }
            return new ToolRun(output.text(), output.isTooMuch() ? Ending.TOO_MUCH : ending(over));
        } catch (IOException e) {
            return new ToolRun("", Ending.NOT_STARTED);
        } finally {
            end(process);
        }
    }

    private static Ending ending(boolean over) {
        return over ? Ending.EXITED : Ending.TOO_SLOW;
    }

    private static void end(Process process) {
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** What a program prints, up to the bound; one that prints more is ended. */
    private static final class Output {
        private final InputStream in;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean tooMuch;

        Output(InputStream in) {
            this.in = in;
        }

        void read(Process process) {
            byte[] buffer = new byte[BUFFER];
            try (in) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    if (!add(buffer, count)) {
                        end(process);
                        return;
                    }
                }
            } catch (IOException e) {
                // The process was ended.
            }
        }

        private synchronized boolean add(byte[] buffer, int count) {
            if (bytes.size() + count > MAX_OUTPUT) {
                tooMuch = true;
                return false;
            }
            bytes.write(buffer, 0, count);
            return true;
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        synchronized boolean isTooMuch() {
            return tooMuch;
        }
    }
}
