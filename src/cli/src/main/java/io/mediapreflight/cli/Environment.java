package io.mediapreflight.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What a run knows of the world beyond its streams; asked only when it is needed. */
interface Environment {
    /** The environment's variables. */
    Map<String, String> variables();

    /** Whether somebody watches standard error on a terminal. */
    boolean isWatched();

    /** A variable that is set, and not to nothing. */
    default Optional<String> variable(String name) {
        return Optional.ofNullable(variables().get(name)).filter(value -> !value.isEmpty());
    }

    /** That of this process. */
    final class OfProcess implements Environment {
        private static final String TERMINAL_PROPERTY = "preflight.stderr.tty";
        private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

        @Override
        public Map<String, String> variables() {
            return System.getenv();
        }

        /** Only the launcher can tell for certain; without it Linux can. */
        @Override
        public boolean isWatched() {
            String told = System.getProperty(TERMINAL_PROPERTY);
            if (told != null) {
                return Boolean.parseBoolean(told);
            }
            try {
                Path device = Files.readSymbolicLink(STANDARD_ERROR);
                return device.startsWith("/dev/pts") || device.toString().startsWith("/dev/tty");
            } catch (IOException | UnsupportedOperationException e) {
                return false;
            }
        }
    }

    /** One in which nothing is set and nobody watches. */
    final class None implements Environment {
        @Override
        public Map<String, String> variables() {
            return Map.of();
        }

        @Override
        public boolean isWatched() {
            return false;
        }
    }
}
