package io.mediapreflight.ffmpeg.fix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Programs that are not ours: they make inputs, and look at copies. */
final class Tool {
    /** Against one that never ends; most need a second. */
    private static final int SECONDS = 120;

    private static final int NOT_HERE = -1;

    private Tool() {}

    /**
     * What became of a program.
     *
     * @param code its exit code; negative where there is no such program here
     */
    record Result(int code, String out, String err) {
        boolean succeeded() {
            return code == 0;
        }
    }

    static Result run(Path directory, List<String> words) throws IOException, InterruptedException {
        Path out = directory.resolve("tool.out");
        Path err = directory.resolve("tool.err");
        Process process;
        try {
            process = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
        } catch (IOException e) {
            return new Result(NOT_HERE, "", String.valueOf(e.getMessage()));
        }
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no end after " + SECONDS + " s: " + String.join(" ", words));
        }
        return new Result(process.exitValue(), text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
