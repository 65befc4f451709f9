package io.mediapreflight.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs programs that have to succeed. */
final class Programs {
    private Programs() {}

    /**
     * Runs one.
     *
     * @return what it printed
     * @throws IllegalStateException where it ended with another exit code than 0
     */
    static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " ended with exit code " + code + ": " + output.strip());
        }
        return output;
    }
}
