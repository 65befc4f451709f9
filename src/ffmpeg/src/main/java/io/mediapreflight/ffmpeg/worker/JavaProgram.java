package io.mediapreflight.ffmpeg.worker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code java} that starts a worker: the one of this JVM. An image made by {@code jpackage} has a JVM without that program;
 * then it is the one that {@code JAVA_HOME} or the {@code PATH} names.
 */
final class JavaProgram {
    private static final String NAME = File.separatorChar == '/' ? "java" : "java.exe";

    private JavaProgram() {}

    static Path ofThisProcess() {
        return find(
                Path.of(System.getProperty("java.home")),
                ProcessHandle.current().info().command(),
                System.getenv());
    }

    /**
     * The first that there is.
     *
     * @param home of this JVM
     * @param running the program of this process, which is no {@code java} where the JVM is a part of another program
     * @return that of this JVM where there is none at all, whose start will say so
     */
    static Path find(Path home, Optional<String> running, Map<String, String> environment) {
        Path own = home.resolve("bin").resolve(NAME);
        List<Path> candidates = new ArrayList<>(List.of(own));
        running.flatMap(JavaProgram::path)
                .filter(program -> program.endsWith(NAME))
                .ifPresent(candidates::add);
        path(environment.getOrDefault("JAVA_HOME", ""))
                .ifPresent(other -> candidates.add(other.resolve("bin").resolve(NAME)));
        for (String directory : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            path(directory).ifPresent(each -> candidates.add(each.resolve(NAME)));
        }
        return candidates.stream().filter(JavaProgram::isProgram).findFirst().orElse(own);
    }

    /** What is relative would be another program in another directory. */
    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }
}
