package io.mediapreflight.ffmpeg.fix;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** FFmpeg's program, found and asked for its encoders when it is first needed. */
final class ProgramSource {
    /** A program that lists its encoders needs some hundredths of a second. */
    private static final Duration TIME = Duration.ofMinutes(1);

    /** Builds of FFmpeg have some 300 encoders. */
    private static final int MAX_ENCODERS = 10_000;

    /** In a list of encoders, whose lines are flags, a name and a description, video is marked so. */
    private static final char VIDEO = 'V';

    private final Locator locator;
    private Optional<FfmpegProgram> found = Optional.empty(); // guarded by this

    ProgramSource(Locator locator) {
        this.locator = locator;
    }

    /** Says where the program is. */
    @FunctionalInterface
    interface Locator {
        /**
         * Its path.
         *
         * @throws IOException where it is not there; its message is a clause
         */
        Path path() throws IOException, InterruptedException;
    }

    /** Threads wait for the first one. What fails is tried again by the next caller. */
    synchronized FfmpegProgram get() throws FixException, InterruptedException {
        if (found.isEmpty()) {
            Path path;
            try {
                path = locator.path();
            } catch (IOException e) {
                throw new FixException(
                        Phrase.of("ffmpeg:fix.no-program").with("reason", String.valueOf(e.getMessage())));
            }
            found = Optional.of(new FfmpegProgram(path, encoders(path)));
        }
        return found.get();
    }

    private static Set<String> encoders(Path path) throws FixException, InterruptedException {
        Set<String> names = new HashSet<>();
        ChildProcess.Bounds bounds = new ChildProcess.Bounds(TIME, ChildProcess.MEMORY_BYTES, 0);
        List<String> words = List.of(FfmpegProgram.word(path), "-nostdin", "-hide_banner", "-encoders");
        ChildProcess.Ending ending = ChildProcess.run(words, bounds, line -> {
            List<String> columns = List.of(line.strip().split(" ", 3));
            if (columns.size() == 3 && columns.get(0).charAt(0) == VIDEO && names.size() < MAX_ENCODERS) {
                names.add(columns.get(1));
            }
        });
        if (ending.exitCode() != 0) {
            throw new FixException(ending.notStarted());
        }
        return Set.copyOf(names);
    }
}
