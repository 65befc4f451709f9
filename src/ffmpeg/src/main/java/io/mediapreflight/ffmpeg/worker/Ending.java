package io.mediapreflight.ffmpeg.worker;

import io.mediapreflight.text.Phrase;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a worker's process ended, in words: by its exit code and by what it said last. */
final class Ending {
    /** What a shell, and the JDK, add to the number of the signal that ended a process. */
    private static final int SIGNALLED = 128;

    private static final int LAST_SIGNAL = 64;
    private static final int SIGKILL = 9;
    private static final int SIGXCPU = 24;

    /** Of {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_HEAP = 3;

    private static final int EXCERPT = 200; // one line of a report

    private static final Map<Integer, String> SIGNALS = Map.of(
            4, "SIGILL", 6, "SIGABRT", 8, "SIGFPE", SIGKILL, "SIGKILL", 11, "SIGSEGV", 15, "SIGTERM", SIGXCPU,
            "SIGXCPU");

    /** In what HotSpot says of a crash: it ends by SIGABRT, whatever the signal was that it caught. */
    private static final Pattern CRASH = Pattern.compile("#\\s+(SIG[A-Z]+) \\(0x");

    private static final Pattern NO_MEMORY =
            Pattern.compile("insufficient memory for the Java Runtime|OutOfMemoryError|Cannot allocate memory");

    private Ending() {}

    /** A clause. */
    static String words(int exitCode, String lastWords) {
        Matcher crash = CRASH.matcher(lastWords);
        if (crash.find()) {
            return Phrase.of("ffmpeg:worker.crashed")
                    .with("signal", crash.group(1))
                    .toString();
        }
        if (NO_MEMORY.matcher(lastWords).find()) {
            return Phrase.of(exitCode == OUT_OF_HEAP ? "ffmpeg:worker.out-of-heap" : "ffmpeg:worker.out-of-memory")
                    .toString();
        }
        int signal = exitCode - SIGNALLED;
        if (File.separatorChar == '/' && signal > 0 && signal <= LAST_SIGNAL) {
            return bySignal(signal);
        }
        String excerpt = excerpt(lastWords);
        return Phrase.of(excerpt.isEmpty() ? "ffmpeg:worker.ended" : "ffmpeg:worker.ended-because")
                .with("exit", Integer.toString(exitCode))
                .with("reason", excerpt)
                .toString();
    }

    private static String bySignal(int signal) {
        String name = SIGNALS.getOrDefault(signal, "");
        String number = "signal " + signal + (name.isEmpty() ? "" : ", " + name);
        if (signal == SIGKILL) {
            return Phrase.of("ffmpeg:worker.killed").with("signal", number).toString();
        }
        return Phrase.of(signal == SIGXCPU ? "ffmpeg:worker.processor-time" : "ffmpeg:worker.crashed")
                .with("signal", number)
                .toString();
    }

    /** Whether the process was ended from outside, as a system does that is short of memory. */
    static boolean isKill(int exitCode) {
        return File.separatorChar == '/' && exitCode - SIGNALLED == SIGKILL;
    }

    /** The last line, made fit to be shown. */
    private static String excerpt(String lastWords) {
        List<String> lines = lastWords.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return "";
        }
        String line = lines.get(lines.size() - 1).strip().replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + " ...";
    }
}
