package io.mediapreflight.cli.check;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.OutputException;
import io.mediapreflight.cli.options.ReportOptions;
import io.mediapreflight.ffmpeg.worker.FfmpegWorkers;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.report.html.Thumbnailer;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The processes that make thumbnails for a report, where it is to have some. The first is started when the report ends; all end with this. */
public final class ThumbnailSession implements AutoCloseable {
    /** What needs FFmpeg, in messages. */
    private static final String OPTION = "--thumbnails";

    /** As large as a row of the table is high, on a screen of twice the pixels. */
    private static final int LONGER_SIDE = 144;

    /** Larger ones are noise, and would take the place of several others. */
    private static final int MAX_BYTES = 16 * 1024;

    /** For one file: people wait for the sum of them. */
    private static final Duration FILE_TIME = Duration.ofSeconds(10);

    private final Optional<FfmpegWorkers> workers;
    private final int processes;

    private ThumbnailSession(Optional<FfmpegWorkers> workers, int processes) {
        this.workers = workers;
        this.processes = processes;
    }

    /**
     * Makes ready, where thumbnails were asked for.
     *
     * @throws OutputException where FFmpeg is not there
     */
    public static ThumbnailSession open(ReportOptions options, Limits limits, Diagnostics diagnostics)
            throws OutputException {
        if (!options.thumbnails()) {
            return new ThumbnailSession(Optional.empty(), 0);
        }
        int processes = Runtime.getRuntime().availableProcessors();
        FfmpegWorkers.Builder builder =
                FfmpegWorkers.builder(limits).workers(processes).fileTime(FILE_TIME);
        FfmpegSession.classPath(OPTION).ifPresent(builder::classPath);
        FfmpegSession.archive().ifPresent(builder::classDataArchive);
        builder.onUnpacking(directory -> FfmpegSession.sayUnpacking(diagnostics, directory));
        try {
            return new ThumbnailSession(Optional.of(builder.build()), processes);
        } catch (UncheckedIOException e) {
            throw FfmpegSession.notUnpacked(OPTION, e);
        }
    }

    /** What makes them; empty where none were asked for. */
    public Optional<Thumbnailer> thumbnailer() {
        if (workers.isEmpty()) {
            return Optional.empty();
        }
        FfmpegWorkers ffmpeg = workers.get();
        return Optional.of(media -> thumbnails(ffmpeg, media));
    }

    private List<Optional<byte[]>> thumbnails(FfmpegWorkers ffmpeg, List<MediaVerdict> media) {
        ExecutorService threads = Executors.newFixedThreadPool(processes);
        try {
            List<Future<Optional<byte[]>>> made = media.stream()
                    .map(each -> threads.submit(() -> thumbnail(ffmpeg, each)))
                    .toList();
            return made.stream().map(ThumbnailSession::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Optional<byte[]> result(Future<Optional<byte[]>> made) {
        try {
            return made.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.empty(); // a file that has no thumbnail has a row nevertheless
        }
    }

    private static Optional<byte[]> thumbnail(FfmpegWorkers ffmpeg, MediaVerdict media) {
        SourceName source = media.source();
        Optional<Probed> probed = media.probed();
        if (probed.isEmpty() || !source.fitsCommands()) {
            return Optional.empty(); // standard input and the like are no files any more
        }
        try {
            Path file = PathNames.path(source.path());
            return Files.isRegularFile(file)
                    ? ffmpeg.thumbnail(file, probed.get(), LONGER_SIDE).filter(jpeg -> jpeg.length <= MAX_BYTES)
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Says why FFmpeg could not be started at all, and returns whether that was so. */
    public boolean reportFailure(Diagnostics diagnostics) {
        Optional<String> why = workers.isPresent() ? workers.get().failure() : Optional.empty();
        if (why.isPresent()) {
            diagnostics.say(Phrase.of("cli:thumbnails-not-started").with("reason", why.get()));
        }
        return why.isPresent();
    }

    /** Ends the processes at once; from then on no thumbnail is made. */
    public void stop() {
        if (workers.isPresent()) {
            workers.get().close();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
