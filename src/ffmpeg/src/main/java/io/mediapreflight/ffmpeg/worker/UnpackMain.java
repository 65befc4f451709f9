package io.mediapreflight.ffmpeg.worker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/** Unpacks FFmpeg's program and prints its path. Of no use on a command line: it speaks to {@link BundledProgram}. */
public final class UnpackMain {
    private static final int MAX_CAUSES = 16; // a chain of causes may lead back to itself

    private UnpackMain() {}

    /**
     * Unpacks it.
     *
     * @param arguments where to write to, such as {@code /dev/fd/3}; standard output where there are none
     */
    public static void main(String[] arguments) throws IOException {
        System.setOut(System.err); // before anything is loaded that may print
        String path = unpacked();
        try (OutputStream out =
                arguments.length > 0 ? new FileOutputStream(arguments[0]) : new FileOutputStream(FileDescriptor.out)) {
            out.write(path.getBytes(StandardCharsets.UTF_8));
        }
        System.exit(0); // threads of a library may be left
    }

    /** JavaCPP loads what the program needs. Where that fails, what the system says of it comes last. */
    private static String unpacked() {
        try {
            return Loader.load(ffmpeg.class);
        } catch (LinkageError e) {
            Throwable root = e;
            for (int depth = 0; depth < MAX_CAUSES && root.getCause() != null; depth++) {
                root = root.getCause();
            }
            System.err.println(root.getMessage());
            System.exit(1);
            throw e;
        }
    }
}
