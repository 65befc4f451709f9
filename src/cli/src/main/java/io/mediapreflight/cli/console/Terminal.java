package io.mediapreflight.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out whether a stream of this process is a terminal. */
final class Terminal {
    private Terminal() {}

    /**
     * Only the launcher knows for certain; without it Linux does.
     *
     * @param descriptor 1 for standard output, 2 for standard error
     * @param property in which the launcher passes it
     */
    static boolean isTerminal(int descriptor, String property) {
        String reported = System.getProperty(property);
        if (reported != null) {
            return Boolean.parseBoolean(reported);
        }
        try {
            Path device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
            return device.startsWith("/dev/pts") || device.toString().startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
