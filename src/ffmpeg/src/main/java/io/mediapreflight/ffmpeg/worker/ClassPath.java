package io.mediapreflight.ffmpeg.worker;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where classes come from. */
final class ClassPath {
    private ClassPath() {}

    /** The class path, the module path, and where these classes were loaded from, should a loader of its own have done it. */
    static List<Path> ofThisProgram() {
        Set<Path> paths = new LinkedHashSet<>();
        for (String property : List.of("java.class.path", "jdk.module.path")) {
            for (String each : System.getProperty(property, "").split(File.pathSeparator, -1)) {
                if (!each.isEmpty()) {
                    paths.add(Path.of(each).toAbsolutePath());
                }
            }
        }
        for (Class<?> each : List.of(ClassPath.class, io.mediapreflight.Examiner.class)) {
            CodeSource source = each.getProtectionDomain().getCodeSource();
            try {
                if (source != null && "file".equals(source.getLocation().getProtocol())) {
                    paths.add(Path.of(source.getLocation().toURI()));
                }
            } catch (URISyntaxException e) {
                // A loader that names no file: the class path has to do.
            }
        }
        return List.copyOf(paths);
    }
}
