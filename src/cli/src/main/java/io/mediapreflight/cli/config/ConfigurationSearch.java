package io.mediapreflight.cli.config;

import java.io.File;
import java.util.Optional;

/**
 * Looks for a {@code preflight.toml}: in the working directory, and above it up to the first directory that holds a {@code .git}. Where none
 * does, only the working directory counts, since what lies above may be other users'.
 *
 * <p>Every run asks, so it takes two questions to the file system for each directory, and nothing else. Names are relative, of ASCII alone:
 * the system follows them even where the JVM cannot spell the working directory.
 */
public final class ConfigurationSearch {
    static final String NAME = "preflight.toml";

    /** A directory in work trees, a file in others' subtrees. */
    private static final String REPOSITORY = ".git";

    private static final String UP = "../";

    private ConfigurationSearch() {}

    /**
     * The name of the file that is in force, from the working directory.
     *
     * @param start where to begin, with {@code /} behind it; empty: in the working directory
     */
    public static Optional<String> find(String start) {
        String directory = start;
        Optional<String> found = Optional.empty();
        for (int above = levels(start); above >= 0; above--) {
            if (found.isEmpty() && exists(directory + NAME)) {
                found = Optional.of(directory + NAME);
            }
            if (directory.equals(start) && found.isPresent()) {
                return found; // in force with a repository and without
            }
            if (exists(directory + REPOSITORY)) {
                return found;
            }
            directory += UP;
        }
        return Optional.empty();
    }

    /** How many directories lie above. */
    private static int levels(String start) {
        return new File(start).getAbsoluteFile().toPath().getNameCount();
    }

    private static boolean exists(String name) {
        return new File(name).exists();
    }
}
