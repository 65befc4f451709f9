package io.mediapreflight.cli.check;

import io.mediapreflight.Preflight;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.OutputException;
import io.mediapreflight.cli.options.DeepOptions;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.ffmpeg.worker.ClassPathNatives;
import io.mediapreflight.ffmpeg.worker.FfmpegWorkers;
import io.mediapreflight.metadata.PersonalDataReader;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What looks behind the headers, where it was asked for: FFmpeg, in processes of its own, which end with this; else metadata. */
public final class FfmpegSession implements AutoCloseable {
    /** Beside the program's jar: what only the workers need. */
    private static final String DIRECTORY = "deep";

    private final Optional<FfmpegWorkers> workers;
    private final boolean privacy;

    private FfmpegSession(Optional<FfmpegWorkers> workers, boolean privacy) {
        this.workers = workers;
        this.privacy = privacy;
    }

    /**
     * Makes ready; the first process is started for the first file.
     *
     * @param limits by which advice is given
     * @param processes how many there may be at once, 1 or more
     * @param fileTime how long one file may take; empty: as long as FFmpeg usually may
     * @throws OutputException where FFmpeg is not there
     */
    public static FfmpegSession open(
            DeepOptions options, Limits limits, int processes, Optional<Duration> fileTime, Diagnostics diagnostics)
            throws OutputException {
        return options.depth().isEmpty()
                ? new FfmpegSession(Optional.empty(), options.privacy())
                : new FfmpegSession(
                        Optional.of(start(options.depth().get(), limits, processes, fileTime, diagnostics)),
                        /* privacy= */ false);
    }

    private static FfmpegWorkers start(
            Depth depth, Limits limits, int processes, Optional<Duration> fileTime, Diagnostics diagnostics)
            throws OutputException {
        Optional<Path> jar = jar();
        FfmpegWorkers.Builder builder =
                FfmpegWorkers.builder(limits).depth(depth).workers(processes);
        List<Path> classPath = jar.isPresent() ? classPath(jar.get()) : List.of();
        if (jar.isPresent()) {
            builder.classPath(classPath);
        }
        Optional<String> missing = jar.isPresent() ? ClassPathNatives.missing(classPath) : ClassPathNatives.missing();
        if (missing.isPresent()) {
            throw new OutputException(jar.map(FfmpegSession::howToGetIt)
                    .orElseGet(() -> Phrase.of("cli:ffmpeg-unusable").with("reason", missing.get())));
        }
        fileTime.ifPresent(builder::fileTime);
        builder.onUnpacking(directory ->
                diagnostics.say(Phrase.of("cli:ffmpeg-unpacking").with("directory", directory.toString())));
        try {
            return builder.build();
        } catch (UncheckedIOException e) {
            throw new OutputException(
                    Phrase.of("cli:ffmpeg-not-unpacked").with("reason", String.valueOf(e.getMessage())), e);
        }
    }

    private static Phrase howToGetIt(Path jar) {
        return Phrase.of("cli:ffmpeg-missing")
                .with("platform", ClassPathNatives.platform())
                .with("directory", jar.resolveSibling(DIRECTORY).toString());
    }

    /** The program's own jar; empty where it runs from a directory of classes, whose class path has everything. */
    private static Optional<Path> jar() {
        CodeSource source = FfmpegSession.class.getProtectionDomain().getCodeSource();
        try {
            Path path = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<Path> classPath(Path jar) {
        List<Path> paths = new ArrayList<>(List.of(jar));
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(jar.resolveSibling(DIRECTORY), "*.jar")) {
            jars.forEach(paths::add);
        } catch (IOException e) {
            // Then FFmpeg is missing, which is what will be said.
        }
        return paths;
    }

    /** The same judge, who asks FFmpeg as well, in whose processes metadata are read; or who reads metadata in this one. */
    public Preflight with(Preflight preflight) {
        if (workers.isPresent()) {
            return preflight.toBuilder().examiner(workers.get()).build();
        }
        return privacy ? preflight.toBuilder().metadata(new PersonalDataReader()).build() : preflight;
    }

    /** Whether FFmpeg is asked. */
    public boolean isAsked() {
        return workers.isPresent();
    }

    /** How long it may take over one file; zero where it is not asked. */
    public Duration fileTime() {
        return workers.isPresent() ? workers.get().fileTime() : Duration.ZERO;
    }

    /** Says why FFmpeg could not be started at all, and returns whether that was so. */
    public boolean reportFailure(Diagnostics diagnostics) {
        Optional<String> why = workers.isPresent() ? workers.get().failure() : Optional.empty();
        if (why.isPresent()) {
            diagnostics.say(Phrase.of("cli:ffmpeg-not-started").with("reason", why.get()));
        }
        return why.isPresent();
    }

    @Override
    public void close() {
        if (workers.isPresent()) {
            workers.get().close();
        }
    }
}
