package io.mediapreflight.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A JVM with the modules that the program needs, by {@code jlink}.
 *
 * @param jdk whose {@code jlink} links it, of the version of the modules
 * @param modules the directory of the modules, of this platform or another; empty: those of the JDK
 * @param names of the modules, separated by commas
 */
record RuntimeImage(Path jdk, String modules, String names) {
    /** Links it into a directory that does not exist. */
    void link(Path image) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/jlink").toString()));
        if (!modules.isEmpty()) {
            command.addAll(List.of("--module-path", modules));
        }
        // The archive around it compresses better. Names of lines and variables of the JDK's own code are of no use to
        // users.
        command.addAll(List.of("--add-modules", names, "--compress", "0", "--strip-java-debug-attributes"));
        command.addAll(List.of("--no-header-files", "--no-man-pages", "--vm", "server", "--output", image.toString()));
        Programs.run(command);
        withoutLinks(image);
    }

    /** A licence that several modules share is a link, which not every program that unpacks archives can make. */
    private static void withoutLinks(Path image) throws IOException {
        for (Path link : links(image)) {
            Path target = link.toRealPath();
            Files.delete(link);
            Files.copy(target, link, StandardCopyOption.COPY_ATTRIBUTES);
        }
        for (String tool : List.of("keytool", "keytool.exe")) {
            Files.deleteIfExists(image.resolve("bin").resolve(tool));
        }
    }

    private static List<Path> links(Path image) throws IOException {
        try (Stream<Path> paths = Files.walk(image)) {
            return paths.filter(Files::isSymbolicLink).toList();
        }
    }
}
