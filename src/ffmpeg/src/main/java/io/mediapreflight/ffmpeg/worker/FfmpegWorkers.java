package io.mediapreflight.ffmpeg.worker;

import io.mediapreflight.Examination;
import io.mediapreflight.Examiner;
import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.ffmpeg.InProcessExaminer;
import io.mediapreflight.ffmpeg.message.LimitsDigest;
import io.mediapreflight.ffmpeg.message.WorkerConfig;
import io.mediapreflight.metadata.PersonalDataReader;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * FFmpeg in processes of its own, so that it can neither crash, hang nor exhaust the program that asks:
 *
 * <pre>{@code
 * Preflight headers = Preflight.standard();
 * try (FfmpegWorkers ffmpeg = FfmpegWorkers.builder(headers.limits()).depth(Depth.ENDS).build()) {
 *     Verdict verdict = headers.toBuilder().examiner(ffmpeg).build().check(file);
 * }
 * }</pre>
 *
 * <p>A process is started when it is first needed (some tenths of a second), used for many files, and replaced when it
 * crashes, hangs or talks nonsense: the file it was at is then {@link Decoding.Undecided}. On Linux the system bounds the
 * memory of each process; elsewhere FFmpeg's own bound and that of the Java heap are all there is. Where there is
 * {@code /bin/sh} (that is, not on Windows) its processor time is bounded as well, and it leaves no core dump.
 */
public final class FfmpegWorkers implements Examiner, AutoCloseable {
    private static final String DECODER = "FFmpeg";

    /** By its name, as the workers' program: this process loads neither. */
    private static final String UNPACKING = "io.mediapreflight.ffmpeg.worker.UnpackMain";

    private final WorkerPool pool;
    private final WorkerCommand command;
    private final WorkerConfig config;
    private final UnpackDirectory directory;

    private FfmpegWorkers(WorkerPool pool, WorkerCommand command, WorkerConfig config, UnpackDirectory directory) {
        this.pool = pool;
        this.command = command;
        this.config = config;
        this.directory = directory;
    }

    /** With {@link Depth#ENDS} and as many workers as there are cores. Advice follows the limits. */
    public static Builder builder(Limits limits) {
        return new Builder(limits);
    }

    @Override
    public Examination examine(Path file, Probed probed) {
        long start = System.nanoTime();
        try {
            if (file.getFileSystem() != FileSystems.getDefault()) {
                return undecided(Phrase.of("ffmpeg:worker.file-system").toString(), start);
            }
            String path = PathNames.text(file.toAbsolutePath());
            return pool.examine(path, probed, config.fileTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return undecided(Phrase.of("ffmpeg:worker.interrupted").toString(), start);
        } catch (WorkerException e) {
            return undecided(e.why(), start);
        }
    }

    /**
     * A small JPEG of an image, or of the first frame of a video, upright; empty where none can be made of the file, however it is
     * damaged.
     *
     * @param probed what the headers of the file say
     * @param longerSide pixels of the longer side at most, 1 to 1024
     */
    public Optional<byte[]> thumbnail(Path file, Probed probed, int longerSide) {
        if (file.getFileSystem() != FileSystems.getDefault()) {
            return Optional.empty();
        }
        try {
            String jpeg = pool.thumbnail(PathNames.text(file.toAbsolutePath()), probed, longerSide, config.fileTime());
            return Optional.of(Base64.getDecoder().decode(jpeg));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (WorkerException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * {@inheritDoc} The version of FFmpeg, and of what is made of it; the depth; the limits, which advice follows; the memory; the
     * language of the results. Not the time for a file: where that is too short there is no result to keep.
     */
    @Override
    public Optional<String> identity() {
        return ClassPathNatives.ffmpeg(command.classPath())
                .map(version -> String.join(
                        ", ",
                        DECODER + " " + version,
                        "examiner " + InProcessExaminer.VERSION + "." + PersonalDataReader.VERSION,
                        "depth " + config.depth().id(),
                        "limits " + LimitsDigest.of(config.limits()),
                        "memory " + config.nativeBytes(),
                        Locale.getDefault(Locale.Category.DISPLAY).toLanguageTag()));
    }

    /** How long one file may take, not counting the wait for a free worker and its start. */
    public Duration fileTime() {
        return config.fileTime();
    }

    /** Ends all workers at once, busy or not. What is being examined now or requested later is undecided. */
    @Override
    public void close() {
        pool.close();
        directory.delete();
    }

    /**
     * Why no working process could be started: a damaged library, a full disk. Empty where one could, or none was
     * needed.
     */
    public Optional<String> failure() {
        return pool.failure();
    }

    /** What starts a process that unpacks FFmpeg's program, within the limits of a worker. */
    ProcessBuilder unpacking() {
        pool.announceUnpacking();
        return command.running(UNPACKING).builder();
    }

    /** Where the classes and natives of the workers lie. */
    List<Path> classPath() {
        return command.classPath();
    }

    /** The processes that are there now. */
    List<ProcessHandle> processes() {
        return pool.processes();
    }

    /** How long one file may take unless {@link Builder#fileTime} says otherwise. */
    public static Duration defaultFileTime(Depth depth) {
        return depth == Depth.ENDS ? Builder.ENDS_TIME : Builder.EVERY_FRAME_TIME;
    }

    private static Examination undecided(String why, long start) {
        return new Examination(
                new DecoderResult(DECODER, Optional.empty(), new Decoding.Undecided(why)),
                List.of(),
                System.nanoTime() - start);
    }

    /** Collects the settings. */
    public static final class Builder {
        /** Every frame of a short video, the ends of a longer one; with room for slow disks and busy machines. */
        private static final Duration ENDS_TIME = Duration.ofSeconds(30);

        /** Thirty seconds of 4K take a slow core about one minute; machines that are busy take two. */
        private static final Duration EVERY_FRAME_TIME = Duration.ofMinutes(2);

        /** Messages and small gray frames: some MiB are used. */
        private static final long HEAP_BYTES = 64L << 20;

        /** Seventeen frames of 3850x3850 in 4:2:0, as H.264 may ask for, take 380 MiB, and each thread some more. */
        private static final long NATIVE_BYTES = 1L << 30;

        /** As many bytes as a 64-bit machine can address: sums of such numbers do not overflow. */
        private static final long MAX_VALUE = 1L << 48;

        private final Limits limits;
        private Depth depth = Depth.ENDS;
        private int workers = Runtime.getRuntime().availableProcessors();
        private Optional<Duration> fileTime = Optional.empty();
        private long heapBytes = HEAP_BYTES;
        private long nativeBytes = NATIVE_BYTES;
        private List<Path> classPath = ClassPath.ofThisProgram();
        private Optional<Path> archive = Optional.empty();
        private Optional<Path> cache = Optional.empty();
        private Consumer<Path> unpacking = directory -> {};
        private String main = "io.mediapreflight.ffmpeg.worker.WorkerMain";
        private int filesPerWorker = WorkerPool.FILES_PER_WORKER;

        private Builder(Limits limits) {
            this.limits = Objects.requireNonNull(limits);
        }

        /** How much of a video is decoded: its first and last frames unless set. */
        public Builder depth(Depth value) {
            depth = Objects.requireNonNull(value);
            return this;
        }

        /** How many processes there may be at once, 1 or more. More threads than that wait for each other. */
        public Builder workers(int value) {
            positive(value);
            workers = value;
            return this;
        }

        /** How long one file may take, 1 ms or more: 30 s for its ends and 120 s for every frame unless set. */
        public Builder fileTime(Duration value) {
            positive(value.toMillis());
            fileTime = Optional.of(value);
            return this;
        }

        /** The Java heap of a worker, 64 MiB unless set; 16 MiB at least. */
        public Builder heapBytes(long value) {
            heapBytes = positive(value);
            return this;
        }

        /** What FFmpeg may take in a worker, 1 GiB unless set. A worker takes some 60 MB beside it, natives included. */
        public Builder nativeBytes(long value) {
            nativeBytes = positive(value);
            return this;
        }

        /** Where the classes and natives of the workers lie: this program's class path unless set. */
        public Builder classPath(List<Path> value) {
            classPath = List.copyOf(value);
            return this;
        }

        /**
         * A class-data archive of this JVM and of the first entries of the class path, with which a worker starts in half the time. It
         * is code. One that does not fit is passed over.
         */
        public Builder classDataArchive(Path file) {
            archive = Optional.of(file.toAbsolutePath());
            return this;
        }

        /**
         * The directory into which the natives are unpacked when they are first used (about 60 MB). They are code: no other user may
         * write there. Unless set, one below the user's cache directory, or a temporary one where that cannot be used.
         */
        public Builder cache(Path directory) {
            cache = Optional.of(directory);
            return this;
        }

        /** Receives the directory before a worker starts that has to unpack the natives, in the calling thread, which waits for it. */
        public Builder onUnpacking(Consumer<Path> value) {
            unpacking = Objects.requireNonNull(value);
            return this;
        }

        /** For tests: another program than {@link WorkerMain}. */
        Builder main(Class<?> value) {
            main = value.getName();
            return this;
        }

        /** For tests: how soon a worker is replaced. */
        Builder filesPerWorker(int value) {
            filesPerWorker = value;
            return this;
        }

        /**
         * Starts nothing yet.
         *
         * @throws UncheckedIOException where there is no directory for the natives
         */
        public FfmpegWorkers build() {
            UnpackDirectory directory =
                    cache.map(UnpackDirectory::of).orElseGet(() -> UnpackDirectory.ofUser(System.getenv()));
            Duration time = fileTime.orElse(depth == Depth.ENDS ? ENDS_TIME : EVERY_FRAME_TIME);
            WorkerCommand command = new WorkerCommand(
                    main, classPath, archive, heapBytes, nativeBytes, WorkerPool.processorTime(time), directory.path());
            WorkerConfig config = new WorkerConfig(limits, depth, time, nativeBytes);
            WorkerPool pool = new WorkerPool(command, config, workers, filesPerWorker, () -> {
                if (directory.isEmpty()) {
                    unpacking.accept(directory.path());
                }
            });
            return new FfmpegWorkers(pool, command, config, directory);
        }

        private static long positive(long value) {
            if (value < 1 || value > MAX_VALUE) {
                throw new IllegalArgumentException("not 1 to " + MAX_VALUE + ": " + value);
            }
            return value;
        }
    }
}
