package io.mediapreflight.dist;

/**
 * A system and its processor, by the names that FFmpeg's natives have.
 *
 * @param name such as {@code linux-x86_64}
 */
record Platform(String name) {
    boolean isWindows() {
        return name.startsWith("windows-");
    }

    boolean isLinux() {
        return name.startsWith("linux-");
    }

    /** Of the archive of a runtime image. */
    String archiveExtension() {
        return isWindows() ? ".zip" : ".tar.gz";
    }
}
