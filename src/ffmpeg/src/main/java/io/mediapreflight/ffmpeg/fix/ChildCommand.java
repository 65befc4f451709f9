package io.mediapreflight.ffmpeg.fix;

import io.mediapreflight.text.SurrogateEscape;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a program is started that reads what strangers made: behind limits of the operating system, with an environment of its own, and with
 * a watcher that ends it as soon as this process is gone.
 */
final class ChildCommand {
    private static final Path SHELL = Path.of("/bin/sh");

    /** For the JDK and a command line to keep it, whatever their charset is. */
    private static final char FIRST_OUTSIDE_ASCII = 0x80;

    private static final long KIB = 1L << 10;

    /** What {@code ulimit -f} counts in (POSIX). */
    private static final long BLOCK = 512;

    /**
     * Standard input is a pipe that this process holds open and writes nothing to: its end is this process's end, however that came. The
     * program gets another. Words with a backslash have octal escapes for their bytes; a byte more at the end keeps line feeds that
     * the shell would cut off.
     */
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            limit() { if (ulimit "$1" "$2") 2>/dev/null; then ulimit "$1" "$2"; fi; }
            limit -c 0; limit -t "$1"; limit -f "$2"; if [ -n "$3" ]; then limit -v "$3"; fi
            shift 3
            for word; do
              shift
              case $word in *\\\\*) word=$(printf '%b.' "$word"); word=${word%.};; esac
              set -- "$@" "$word"
            done
            exec 3<&0
            "$@" </dev/null 3<&- &
            child=$!
            (while read -r line <&3; do :; done; kill -KILL "$child") >/dev/null 2>&1 &
            watcher=$!
            exec 3<&-
            wait "$child"
            code=$?
            kill -KILL "$watcher"
            exit "$code"
            """;

    private static final String LIBRARY_PATH = "LD_LIBRARY_PATH";

    /** One that FFmpeg's program needs, as JavaCPP unpacks it. */
    private static final String LIBRARY = "libavutil.so";

    /** What is passed on of the environment; keys and tokens of this program are not among it. */
    private static final List<String> PASSED_ON = List.of(
            "PATH", "HOME", "TMPDIR", LIBRARY_PATH, "DYLD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP", "USERPROFILE");

    private ChildCommand() {}

    static ProcessBuilder of(List<String> words, ChildProcess.Bounds bounds) {
        ProcessBuilder builder = new ProcessBuilder(isPosix() ? limited(words, bounds) : words);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(PASSED_ON);
        environment.put("LC_ALL", "C.UTF-8"); // the errors of the system are looked for in English
        // glibc reserves 64 MiB of address space for each thread that allocates, and the limit counts that.
        environment.put("MALLOC_ARENA_MAX", "1");
        librariesBeside(words.get(0))
                .ifPresent(directory -> environment.merge(LIBRARY_PATH, directory, ChildCommand::before));
        return builder;
    }

    /**
     * Where a program that was unpacked has its libraries. It finds those that it names itself; what these need, such as libdrm, the
     * system looks for elsewhere, where a server does not have it.
     */
    private static Optional<String> librariesBeside(String program) {
        try {
            return Optional.ofNullable(Path.of(program).getParent())
                    .filter(directory -> Files.exists(directory.resolve(LIBRARY)))
                    .map(Path::toString);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String before(String others, String directory) {
        return others.isEmpty() ? directory : directory + File.pathSeparator + others;
    }

    private static boolean isPosix() {
        return File.separatorChar == '/' && Files.isExecutable(SHELL);
    }

    private static List<String> limited(List<String> words, ChildProcess.Bounds bounds) {
        List<String> command = new ArrayList<>(List.of(SHELL.toString(), "-c", SCRIPT, SHELL.toString()));
        command.add(Long.toString(processorSeconds(bounds.time())));
        command.add(Long.toString((bounds.fileBytes() + BLOCK - 1) / BLOCK));
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        command.add(linux ? Long.toString(bounds.memoryBytes() / KIB) : "");
        words.forEach(word -> command.add(escaped(word)));
        return command;
    }

    /** Of all threads together. */
    private static long processorSeconds(Duration time) {
        return Math.max(1, time.toSeconds()) * Runtime.getRuntime().availableProcessors();
    }

    /** A word of ASCII without a backslash stays as it is; of any other each byte outside of ASCII, and each backslash, is escaped. */
    static String escaped(String word) {
        if (word.indexOf('\\') < 0 && word.chars().allMatch(c -> c < FIRST_OUTSIDE_ASCII)) {
            return word;
        }
        StringBuilder escaped = new StringBuilder();
        for (byte each : SurrogateEscape.encode(word)) {
            if (each < 0 || each == '\\') {
                escaped.append("\\0").append(octal(each & 0xFF));
            } else {
                escaped.append((char) each);
            }
        }
        return escaped.toString();
    }

    /** With three digits, so that a digit behind it is not taken for one of them. */
    private static String octal(int value) {
        return String.valueOf(new char[] {
            Character.forDigit(value >> 6, 8), Character.forDigit(value >> 3 & 7, 8), Character.forDigit(value & 7, 8)
        });
    }
}
