package io.mediapreflight.ffmpeg.worker;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * FFmpeg's program, which the artifact of the natives carries. A process of its own unpacks it, into the directory of the
 * workers: their class path has the artifact, and what it loads is not this program's to load.
 */
public final class BundledProgram {
    /** Unpacking some 65 MB on a slow disk. */
    private static final Duration TIME = Duration.ofMinutes(1);

    private static final int MAX_PATH_BYTES = 1 << 16;

    private final FfmpegWorkers workers;

    /** The one of the natives that these workers use. It is there as long as they are not closed. */
    public BundledProgram(FfmpegWorkers workers) {
        this.workers = workers;
    }

    /**
     * Unpacks it, unless it is there already.
     *
     * @throws IOException where that is impossible; its message is a clause
     */
    public Path path() throws IOException, InterruptedException {
        Process process = workers.unpacking().start();
        try {
            process.getOutputStream().close();
            ErrorText stderr = new ErrorText(process.getErrorStream());
            // A path fits a pipe: the process does not wait for its reader.
            if (!process.waitFor(TIME.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(Phrase.of("ffmpeg:worker.timeout-start")
                        .with("seconds", TIME.toSeconds())
                        .toString());
            }
            String path = new String(process.getInputStream().readNBytes(MAX_PATH_BYTES), StandardCharsets.UTF_8);
            if (process.exitValue() != 0 || path.isEmpty()) {
                throw new IOException(ClassPathNatives.missing(workers.classPath())
                        .orElse(Ending.words(process.exitValue(), stderr.text())));
            }
            return Path.of(path);
        } finally {
            process.destroyForcibly();
        }
    }
}
