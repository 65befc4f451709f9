package io.mediapreflight.ffmpeg.fix;

import io.mediapreflight.text.Phrase;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why FFmpeg's program ended as it did, by its exit code and by what it said. */
final class ProgramFailure {
    /** What a shell adds to the number of the signal that ended a program. */
    private static final int SIGNALLED = 128;

    private static final int SIGKILL = 9;
    private static final int SIGXCPU = 24;
    private static final int SIGXFSZ = 25;

    /** What a shell says of a program that it cannot find or start. */
    private static final int NOT_FOUND = 127;

    private static final int NOT_STARTED = 126;

    private static final int EXCERPT = 200; // one line of a report

    /** What the loader of Linux says after the name of a library, and that of macOS before it. */
    private static final String NOT_OPENED = ": cannot open shared object file";

    private static final String NOT_LOADED = "Library not loaded: ";

    /** Lines of FFmpeg's that only say that there was an error before. */
    private static final List<String> UNINFORMATIVE =
            List.of("Conversion failed!", "Error while filtering", "Task finished with error code", "Killed");

    private ProgramFailure() {}

    /** For a program that was asked for no more than to start. */
    static Phrase notStarted(ChildProcess.Ending ending) {
        return missingLibrary(ending.said())
                .orElseGet(() -> Phrase.of("ffmpeg:fix.no-program").with("reason", words(ending)));
    }

    /** For a program that was to write a copy. */
    static Phrase notWritten(ChildProcess.Ending ending) {
        if (ending.tookTooLong() || ending.exitCode() == SIGNALLED + SIGXCPU) {
            return Phrase.of("ffmpeg:fix.time");
        }
        if (isDiskFull(ending.said())) {
            return Phrase.of("ffmpeg:fix.disk-full");
        }
        return missingLibrary(ending.said())
                .orElseGet(() -> Phrase.of("ffmpeg:fix.not-written").with("reason", words(ending)));
    }

    /** Whether it wrote as many bytes as it may. */
    static boolean reachedFileLimit(ChildProcess.Ending ending) {
        return ending.exitCode() == SIGNALLED + SIGXFSZ || ending.said().contains("File too large");
    }

    /** Whether it filled what is missing of an image with one colour, as it does for a BMP, and reported success. */
    static boolean lackedData(ChildProcess.Ending ending) {
        return ending.said().toLowerCase(Locale.ROOT).contains("trying to decode anyway");
    }

    /** For a program that reported success without a file: it is no FFmpeg. */
    static Phrase nothingWritten() {
        return Phrase.of("ffmpeg:fix.no-program")
                .with("reason", Phrase.of("ffmpeg:fix.nothing").toString());
    }

    static boolean isDiskFull(String said) {
        return said.contains("No space left on device") || said.contains("Disk quota exceeded");
    }

    /** The library that a loader says it lacks, in a sentence. */
    static Optional<Phrase> missingLibrary(String said) {
        Optional<String> name =
                said.lines().flatMap(line -> library(line).stream()).findFirst();
        return name.map(library -> Phrase.of("ffmpeg:fix.missing-library").with("library", excerpt(library)));
    }

    private static Optional<String> library(String line) {
        int end = line.indexOf(NOT_OPENED);
        if (end >= 0) {
            return Optional.of(line.substring(line.lastIndexOf(' ', end) + 1, end));
        }
        int start = line.indexOf(NOT_LOADED);
        return start < 0 ? Optional.empty() : Optional.of(line.substring(start + NOT_LOADED.length()));
    }

    private static String words(ChildProcess.Ending ending) {
        if (ending.said().contains("Cannot allocate memory")) {
            return Phrase.of("ffmpeg:fix.memory").toString();
        }
        int signal = ending.exitCode() - SIGNALLED;
        if (File.separatorChar == '/' && signal == SIGKILL) {
            return Phrase.of("ffmpeg:fix.killed").toString();
        }
        String line = firstInformative(ending.said());
        if (!line.isEmpty()) {
            return line;
        }
        String key = ending.exitCode() == NOT_FOUND || ending.exitCode() == NOT_STARTED
                ? "ffmpeg:fix.not-found"
                : "ffmpeg:fix.exit";
        return Phrase.of(key).with("exit", Integer.toString(ending.exitCode())).toString();
    }

    private static String firstInformative(String said) {
        return said.lines()
                .filter(line -> !line.isBlank() && UNINFORMATIVE.stream().noneMatch(line::contains))
                .findFirst()
                .map(ProgramFailure::excerpt)
                .orElse("");
    }

    /** Made fit to be shown, and without the address that FFmpeg names a part of itself by. */
    private static String excerpt(String line) {
        String shown = line.strip().replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        int end = shown.startsWith("[") ? shown.indexOf("] ") : -1;
        String text = end < 0 ? shown : shown.substring(end + 2);
        text = text.replaceFirst("\\.$", ""); // it becomes part of a sentence
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + " ...";
    }
}
