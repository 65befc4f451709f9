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

    /** In which the launcher passes its class-data archive. */
    private static final String ARCHIVE = "preflight.class-data";

    /** What needs FFmpeg, in messages. */
    public static final String DEEP = "--deep";

    /** Likewise. */
    public static final String FIX = "fix";

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
        FfmpegWorkers.Builder builder =
                FfmpegWorkers.builder(limits).depth(depth).workers(processes);
        classPath(DEEP).ifPresent(builder::classPath);
        archive().ifPresent(builder::classDataArchive);
        fileTime.ifPresent(builder::fileTime);
        builder.onUnpacking(directory -> sayUnpacking(diagnostics, directory));
        try {
            return builder.build();
        } catch (UncheckedIOException e) {
            throw notUnpacked(DEEP, e);
        }
    }

    /** The class-data archive that the launcher found, with which FFmpeg's processes start sooner, too. */
    public static Optional<Path> archive() {
        return Optional.of(System.getProperty(ARCHIVE, ""))
                .filter(archive -> !archive.isEmpty())
                .map(Path::of);
    }

    /**
     * Where FFmpeg's processes have their classes and libraries from.
     *
     * @param user what needs them, for a message
     * @return empty where that is the class path of this process
     * @throws OutputException where FFmpeg is not there
     */
    public static Optional<List<Path>> classPath(String user) throws OutputException {
        Optional<Path> jar = jar();
        Optional<List<Path>> classPath = jar.map(FfmpegSession::classPath);
        Optional<String> missing =
                classPath.isPresent() ? ClassPathNatives.missing(classPath.get()) : ClassPathNatives.missing();
        if (missing.isPresent()) {
            throw new OutputException(jar.map(each -> howToGetIt(user, each))
                    .orElseGet(() -> Phrase.of("cli:ffmpeg-unusable")
                            .with("option", user)
                            .with("reason", missing.get())));
        }
        return classPath;
    }

    /** Says what the first use of FFmpeg waits for. */
    public static void sayUnpacking(Diagnostics diagnostics, Path directory) {
        diagnostics.say(Phrase.of("cli:ffmpeg-unpacking").with("directory", directory.toString()));
    }

    /** That there is no directory that takes FFmpeg. */
    public static OutputException notUnpacked(String user, UncheckedIOException e) {
        return new OutputException(
                Phrase.of("cli:ffmpeg-not-unpacked")
                        .with("option", user)
                        .with("reason", String.valueOf(e.getMessage())),
                e);
    }

    private static Phrase howToGetIt(String user, Path jar) {
        return Phrase.of("cli:ffmpeg-missing")
                .with("option", user)
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
        return privacy
                ? preflight.toBuilder().metadata(new PersonalDataReader()).build()
                : preflight;
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
