package io.mediapreflight.ffmpeg.worker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a worker is started: a JVM that takes little, behind limits of the operating system, with an environment of its own.
 *
 * @param main the class to run
 * @param archive of class data, with which a JVM with this class path starts sooner
 * @param heapBytes for Java objects
 * @param nativeBytes for FFmpeg, beside what the JVM takes
 * @param processorTime of all threads together, after which the system ends the process
 * @param cache where JavaCPP unpacks the natives
 */
record WorkerCommand(
        String main,
        List<Path> classPath,
        Optional<Path> archive,
        long heapBytes,
        long nativeBytes,
        Duration processorTime,
        Path cache) {

    /**
     * The address space that a JVM with the flags below reserves beside its heap, FFmpeg's libraries and its threads'
     * stacks included: 372 MiB measured (JDK 17, x86_64), and a third more for other releases.
     */
    static final long JVM_BYTES = 496L << 20;

    private static final long MIB = 1L << 20;
    private static final long KIB = 1L << 10;

    /** The heap's card table and similar structures: 1/32 and some measured. */
    private static final int HEAP_OVERHEAD = 16;

    private static final Path SHELL = Path.of("/bin/sh");

    /**
     * What is unpacked is for this user alone, or it would not be taken for this user's the next time. Sets those limits that can be set here (none is where the hard limit is lower already). Everything comes as a
     * parameter: nothing is spliced in.
     */
    private static final String SCRIPT =
            // A terminal's Ctrl-C, its end and a supervisor's request go to every process: the one that asks decides
            // what comes of them.
            "trap '' INT TERM HUP; limit() { if (ulimit \"$1\" \"$2\") 2>/dev/null; then ulimit \"$1\" \"$2\"; fi; }; "
                    + "umask 077; limit -c 0; limit -t \"$1\"; if [ -n \"$2\" ]; then limit -v \"$2\"; fi; "
                    + "shift 2; exec \"$@\"";

    /** Moves the true standard output out of the way of native code that prints, and of what a JVM says when it crashes. */
    private static final String MOVE = " 3>&1 1>&2";

    private static final Path DESCRIPTORS = Path.of("/dev/fd");
    private static final Path MOVED_OUTPUT = DESCRIPTORS.resolve("3");

    private static final List<String> FLAGS = List.of(
            "-Xms16m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", // workers are short-lived, and most of their work is FFmpeg's
            "-XX:MaxMetaspaceSize=64m",
            "-XX:CompressedClassSpaceSize=16m",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:ErrorFile="
                    + (File.separatorChar == '/' ? "/dev/null" : "NUL"), // no litter in a directory of the user's
            "-Dfile.encoding=UTF-8",
            // By default JavaCPP measures the process against the heap; the limits here are the ones that
            // count.
            "-Dorg.bytedeco.javacpp.maxBytes=0",
            "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");

    /** What is passed on of the environment; keys and tokens of the program that asks are not among it. */
    private static final List<String> PASSED_ON =
            List.of("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP", "USERPROFILE");

    private static final int FIRST_TO_WARN_OF_NATIVES = 22;

    /** The same for another program. */
    WorkerCommand running(String other) {
        return new WorkerCommand(other, classPath, archive, heapBytes, nativeBytes, processorTime, cache);
    }

    ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(command());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(PASSED_ON);
        environment.put("LC_ALL", "C.UTF-8");
        // glibc reserves 64 MiB of address space for each thread that allocates, and the limit counts that.
        environment.put("MALLOC_ARENA_MAX", "1");
        return builder;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        boolean shell = File.separatorChar == '/' && Files.isExecutable(SHELL);
        boolean moved = shell && Files.isDirectory(DESCRIPTORS);
        if (shell) {
            command.addAll(List.of(SHELL.toString(), "-c", moved ? SCRIPT + MOVE : SCRIPT, SHELL.toString()));
            command.add(String.valueOf(Math.max(1, processorTime.toSeconds())));
            command.add(isLinux() ? String.valueOf(addressSpace() / KIB) : "");
        }
        command.add(JavaProgram.ofThisProcess().toString());
        command.add("-Xmx" + Math.max(heapBytes, 16 * MIB));
        command.addAll(FLAGS);
        // One that does not fit is passed over; what the JVM would say about that is nothing to a user.
        archive.ifPresent(
                path -> command.addAll(List.of("-XX:SharedArchiveFile=" + path, "-Xshare:auto", "-Xlog:disable")));
        if (Runtime.version().feature() >= FIRST_TO_WARN_OF_NATIVES) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.add("-Dorg.bytedeco.javacpp.cachedir=" + cache);
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(main);
        if (moved) {
            command.add(MOVED_OUTPUT.toString());
        }
        return command;
    }

    /** Of the whole process, in bytes. */
    private long addressSpace() {
        return Math.addExact(Math.addExact(JVM_BYTES, heapBytes + heapBytes / HEAP_OVERHEAD), nativeBytes);
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
    }
}
