package io.mediapreflight.ffmpeg.fix;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.ffmpeg.worker.BundledProgram;
import io.mediapreflight.ffmpeg.worker.FfmpegWorkers;
import io.mediapreflight.fix.Shape;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Limits;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Writes copies that pass:
 *
 * <pre>{@code
 * try (Fixer fixer = Fixer.builder().build()) {
 *     FixResult result = fixer.fix(Path.of("dance.mov"), Subject.video(Orientation.IMAGE));
 *     if (result instanceof FixResult.Fixed fixed) upload(fixed.path());
 * }
 * }</pre>
 *
 * <p>Before a plan that encodes again, every frame of an original of up to 60 s is decoded, which takes about as long as it takes to examine the
 * copy: FFmpeg conceals what is damaged, and the copy of a damaged file would pass. A file that is broken gets no copy.
 *
 * <p>The plan is the verdict's, and FFmpeg's program carries it out in a process of its own, within limits on time, memory and the
 * size of what it writes. The copy is made in a temporary directory beside its destination, judged by the same limits and by FFmpeg
 * decoding every frame, and compared with the plan. A copy that is not as planned is made once more with tighter numbers. Only one that
 * passes without a finding gets its name; that happens in one step, and replaces no file that has the name already.
 *
 * <p>The original is only read. An interrupt ends the program, and leaves nothing behind; so does a full disk. Where this process
 * is killed, FFmpeg ends with it (not on Windows), and the next copy that is made in the same directory removes what was left.
 *
 * <p>Threads may share one. There are at most as many programs at once as {@link Builder#workers} says.
 */
public final class Fixer implements AutoCloseable {
    private final Settings settings;
    private final FfmpegWorkers examiner;
    private final Preflight headers;
    private final ProgramSource program;
    private final Semaphore slots;

    private Fixer(Settings settings, FfmpegWorkers examiner, ProgramSource program, int workers) {
        this.settings = settings;
        this.examiner = examiner;
        this.headers = Preflight.with(settings.limits());
        this.program = program;
        this.slots = new Semaphore(workers, true);
    }

    /** What applies to every file. */
    record Settings(
            Limits limits,
            Shape shape,
            boolean stripMetadata,
            boolean overwrite,
            Duration time,
            Consumer<FixProgress> onProgress) {}

    /** With the published limits and the program that the natives' artifact carries. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Makes a copy beside the original, under the name that the plan's command has: {@code dance-fixed.mp4} for {@code dance.mov}.
     *
     * @throws InterruptedException where the thread is interrupted; then there is no copy, and no program runs on
     */
    public FixResult fix(Path file, Subject subject) throws InterruptedException {
        SourceName name = SourceName.of(PathNames.text(file));
        return fix(file, headers.check(file, subject), subject, PathNames.path(name.fixedStem()));
    }

    /**
     * Makes a copy with a name of the caller's.
     *
     * @param original the verdict that there is already, by the limits of this fixer, with FFmpeg's reading where it was asked
     * @param stem the path of the copy without its extension, which follows from the plan; its directory exists
     * @throws InterruptedException where the thread is interrupted; then there is no copy, and no program runs on
     */
    public FixResult fix(Path file, MediaVerdict original, Subject subject, Path stem) throws InterruptedException {
        slots.acquire();
        try {
            return new FixJob(settings, examiner, program, new FixJob.Task(file, original, subject, stem)).run();
        } finally {
            slots.release();
        }
    }

    /** Ends what examines files. Interrupt the threads that fix some before. */
    @Override
    public void close() {
        examiner.close();
    }

    /** Collects the settings. */
    public static final class Builder {
        /** Thirty seconds of 4K take two slow cores some minutes, and may be made twice. */
        private static final Duration TIME = Duration.ofMinutes(30);

        /** For decoding one copy, while programs for others may keep all cores busy. */
        private static final Duration CHECK_TIME = Duration.ofMinutes(10);

        private Limits limits = Limits.klingV3MotionControl();
        private Shape shape = Shape.PAD;
        private boolean stripMetadata;
        private boolean overwrite;
        private Optional<Path> program = Optional.empty();
        private Optional<Path> cache = Optional.empty();
        private Optional<List<Path>> classPath = Optional.empty();
        private Optional<Path> archive = Optional.empty();
        private int workers = 1;
        private Duration time = TIME;
        private Consumer<FixProgress> onProgress = progress -> {};
        private Consumer<Path> onUnpacking = directory -> {};

        private Builder() {}

        /** What the originals were judged by, and what the copies keep: the published ones unless set. */
        public Builder limits(Limits value) {
            limits = Objects.requireNonNull(value);
            return this;
        }

        /** What to do where scaling alone does not help: {@link Shape#PAD} unless set. */
        public Builder shape(Shape value) {
            shape = Objects.requireNonNull(value);
            return this;
        }

        /** Whether the copies are to reveal nothing about people, places and devices: not unless set. */
        public Builder stripMetadata(boolean value) {
            stripMetadata = value;
            return this;
        }

        /** Whether a copy may replace a file, other than the original: not unless set. */
        public Builder overwrite(boolean value) {
            overwrite = value;
            return this;
        }

        /** An FFmpeg of the user's own; the one that the natives' artifact carries unless set. */
        public Builder program(Path ffmpeg) {
            program = Optional.of(ffmpeg);
            return this;
        }

        /** Where the natives and their program are unpacked: see {@link FfmpegWorkers.Builder#cache}. */
        public Builder cache(Path directory) {
            cache = Optional.of(directory);
            return this;
        }

        /** Where the classes and natives of the workers lie: this program's class path unless set. */
        public Builder classPath(List<Path> value) {
            classPath = Optional.of(List.copyOf(value));
            return this;
        }

        /** A class-data archive of this JVM and of the first entries of the class path, with which a worker starts in half the time. */
        public Builder classDataArchive(Path file) {
            archive = Optional.of(file);
            return this;
        }

        /** How many programs may run at once, 1 or more: 1 unless set. Each of them uses several cores. */
        public Builder workers(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("not 1 or more: " + value);
            }
            workers = value;
            return this;
        }

        /**
         * How long FFmpeg may write the copies of one file: 30 minutes unless set. To examine the original, and each copy, may take
         * as long once more, and 10 minutes at most.
         */
        public Builder time(Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException("no time: " + value);
            }
            time = value;
            return this;
        }

        /** Hears of how far each copy has come, some times a second, by a thread of its own for each file. */
        public Builder onProgress(Consumer<FixProgress> value) {
            onProgress = Objects.requireNonNull(value);
            return this;
        }

        /** Receives the directory before the natives are unpacked: see {@link FfmpegWorkers.Builder#onUnpacking}. */
        public Builder onUnpacking(Consumer<Path> value) {
            onUnpacking = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Starts nothing yet.
         *
         * @throws UncheckedIOException where there is no directory for the natives
         */
        public Fixer build() {
            FfmpegWorkers.Builder examiners = FfmpegWorkers.builder(limits)
                    .depth(Depth.EVERY_FRAME)
                    .workers(workers)
                    .fileTime(time.compareTo(CHECK_TIME) < 0 ? time : CHECK_TIME)
                    .onUnpacking(onUnpacking);
            cache.ifPresent(examiners::cache);
            classPath.ifPresent(examiners::classPath);
            archive.ifPresent(examiners::classDataArchive);
            FfmpegWorkers examiner = examiners.build();
            ProgramSource source =
                    new ProgramSource(program.isPresent() ? program::get : new BundledProgram(examiner)::path);
            Settings settings = new Settings(limits, shape, stripMetadata, overwrite, time, onProgress);
            return new Fixer(settings, examiner, source, workers);
        }
    }
}
