package io.mediapreflight.cli;

import io.mediapreflight.report.SurrogateEscape;
import java.io.File;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Makes paths of names, whatever bytes they hold and whatever the JVM's charset is. */
final class FileNames {
    private static final String UNRESERVED = "-._~/";

    private FileNames() {}

    /**
     * The path of a name as {@link SurrogateEscape} has it.
     *
     * @throws InvalidPathException where no file can have that name
     */
    static Path path(String name) {
        Path path = isAscii(name) || File.separatorChar != '/' ? Path.of(name) : byBytes(name);
        return path.isAbsolute() || !lostWorkingDirectory()
                ? path
                : Path.of("/proc/self/cwd").resolve(path);
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** A URI is the one way to a {@link Path} that keeps every byte. */
    private static Path byBytes(String name) {
        StringBuilder uri = new StringBuilder(name.startsWith("/") ? "file://" : "file:///");
        for (byte each : SurrogateEscape.encode(name)) {
            char c = (char) (each & 0xFF);
            boolean alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (alphanumeric || UNRESERVED.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 0xF, 16));
            }
        }
        Path absolute = Path.of(URI.create(uri.toString()));
        return name.startsWith("/") ? absolute : absolute.subpath(0, absolute.getNameCount());
    }

    /** The JVM resolves relative names against its text of the working directory, which may have lost bytes, too. */
    private static boolean lostWorkingDirectory() {
        String directory = System.getProperty("user.dir");
        return directory != null && directory.indexOf('\uFFFD') >= 0;
    }
}
