package io.mediapreflight.ffmpeg.worker;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The program that a worker's process runs. Of no use on a command line: it speaks to {@link FfmpegWorkers}. */
public final class WorkerMain {
    private WorkerMain() {}

    /**
     * Serves until standard input ends.
     *
     * @param arguments where to write to, such as {@code /dev/fd/3}; standard output where there are none
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        serve(new FfmpegOpening(), arguments);
    }

    /** The same with an examiner of any kind. */
    static void serve(WorkerLoop.Opening opening, String[] arguments) throws IOException, InterruptedException {
        OutputStream out =
                arguments.length > 0 ? new FileOutputStream(arguments[0]) : new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err); // before anything is loaded that may print
        // A halt waits for nothing: a decoder that hangs cannot keep an orphan alive.
        WorkerLoop.serve(
                opening,
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                out,
                () -> Runtime.getRuntime().halt(0));
        System.exit(0); // threads of a library may be left
    }
}
