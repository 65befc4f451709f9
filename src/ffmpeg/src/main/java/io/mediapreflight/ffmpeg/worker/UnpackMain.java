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
    private UnpackMain() {}

    /**
     * Unpacks it.
     *
     * @param arguments where to write to, such as {@code /dev/fd/3}; standard output where there are none
     */
    public static void main(String[] arguments) throws IOException {
        System.setOut(System.err); // before anything is loaded that may print
        String path = Loader.load(ffmpeg.class);
        try (OutputStream out =
                arguments.length > 0 ? new FileOutputStream(arguments[0]) : new FileOutputStream(FileDescriptor.out)) {
            out.write(path.getBytes(StandardCharsets.UTF_8));
        }
        System.exit(0); // threads of a library may be left
    }
}
