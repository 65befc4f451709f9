package io.mediapreflight.source;

import io.mediapreflight.text.SurrogateEscape;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Converts names to paths and back, whatever bytes they hold and whatever the JVM's charset is. Names are as {@link
 * SurrogateEscape} has them.
 */
public final class PathNames {
    private static final String UNRESERVED = "-._~/";
    private static final char LOST = '\uFFFD';
    private static final boolean DECODES_UTF_8 = "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));

    private PathNames() {}

    /**
     * The path of a name.
     *
     * @throws InvalidPathException where no file can have that name
     */
    public static Path path(String name) {
        Path path = isAscii(name) || File.separatorChar != '/' ? Path.of(name) : byBytes(name);
        return path.isAbsolute() || !lostWorkingDirectory()
                ? path
                : Path.of("/proc/self/cwd").resolve(path);
    }

    /** The name of a path, byte by byte: {@link #path} converts it back to the same path. */
    public static String text(Path path) {
        String text = path.toString();
        boolean exact = isAscii(text) || (DECODES_UTF_8 && text.indexOf(LOST) < 0);
        return exact || File.separatorChar != '/' || path.getFileSystem() != FileSystems.getDefault()
                ? text
                : SurrogateEscape.decode(bytes(path));
    }

    /** The bytes of a path that the JVM's charset cannot represent. Its URI has them, at the price of asking the file system. */
    private static byte[] bytes(Path path) {
        String uri = Path.of("/").resolve(path).toUri().getRawPath();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(uri.length());
        for (int i = path.isAbsolute() ? 0 : 1; i < uri.length(); i++) {
            boolean escaped = uri.charAt(i) == '%';
            bytes.write(escaped ? Integer.parseInt(uri, i + 1, i + 3, 16) : uri.charAt(i));
            i += escaped ? 2 : 0;
        }
        // The URI of a directory ends with a slash, the path of none but the root's does.
        boolean slash = uri.length() > 1 && uri.endsWith("/");
        return slash ? Arrays.copyOf(bytes.toByteArray(), bytes.size() - 1) : bytes.toByteArray();
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
        StringBuilder uri = new StringBuilder("file:///");
        for (byte each : SurrogateEscape.encode(name)) {
            char c = (char) (each & 0xFF);
            if (c == '/' && uri.charAt(uri.length() - 1) == '/') {
                continue; // of two at the end, the JDK would leave one in the path
            }
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
