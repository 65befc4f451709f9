package io.mediapreflight.dist;

import java.util.List;

/**
 * A system and its processor, by the names that FFmpeg's natives have.
 *
 * @param name such as {@code linux-x86_64}
 */
record Platform(String name) {
    private static final List<String> SYSTEMS = List.of("linux", "macosx", "windows");

    boolean isWindows() {
        return name.startsWith("windows-");
    }

    /** Whether a file is for another platform: {@code ffmpeg-8.1.2-1.5.14-linux-x86_64.jar} names its own. */
    boolean excludes(String file) {
        return SYSTEMS.stream().anyMatch(system -> file.contains("-" + system + "-"))
                && !file.contains("-" + name + ".");
    }

    /** Of the archive of a runtime image. */
    String archiveExtension() {
        return isWindows() ? ".zip" : ".tar.gz";
    }
}
