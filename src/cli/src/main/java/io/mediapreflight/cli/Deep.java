package io.mediapreflight.cli;

import io.mediapreflight.Examiner;
import io.mediapreflight.Preflight;
import io.mediapreflight.ffmpeg.worker.ClassPathNatives;
import io.mediapreflight.ffmpeg.worker.FfmpegWorkers;
import io.mediapreflight.opinion.Depth;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** FFmpeg, where it was asked for: in processes of its own, which end with this. */
final class Deep implements AutoCloseable {
    /** Beside the program's jar: what only the workers need. */
    private static final String FOLDER = "deep";

    private final Optional<Examiner> examiner;
    private final Duration fileTime;
    private final Runnable end;

    private Deep(Optional<Examiner> examiner, Duration fileTime, Runnable end) {
        this.examiner = examiner;
        this.fileTime = fileTime;
        this.end = end;
    }

    /**
     * Makes ready; the first process is started for the first file.
     *
     * @param processes how many there may be at once, 1 or more
     * @param fileTime how long one file may take; empty: as long as FFmpeg usually may
     * @throws OutputException where FFmpeg is not there
     */
    static Deep open(
            DeepOptions options,
            int processes,
            Optional<Duration> fileTime,
            Environment environment,
            Diagnostics diagnostics)
            throws OutputException {
        return options.depth().isEmpty()
                ? new Deep(Optional.empty(), Duration.ZERO, () -> {})
                : start(options.depth().get(), processes, fileTime, environment, diagnostics);
    }

    private static Deep start(
            Depth depth, int processes, Optional<Duration> fileTime, Environment environment, Diagnostics diagnostics)
            throws OutputException {
        Optional<Path> jar = jar();
        FfmpegWorkers.Builder builder = FfmpegWorkers.builder().depth(depth).workers(processes);
        List<Path> classPath = jar.isPresent() ? classPath(jar.get()) : List.of();
        if (jar.isPresent()) {
            builder.classPath(classPath);
        }
        Optional<String> missing = jar.isPresent() ? ClassPathNatives.missing(classPath) : ClassPathNatives.missing();
        if (missing.isPresent()) {
            String where = jar.map(each -> " Their jars belong into " + each.resolveSibling(FOLDER) + ".")
                    .orElse("");
            throw new OutputException("--deep: " + missing.get() + where);
        }
        fileTime.ifPresent(builder::fileTime);
        cache(environment).ifPresent(cache -> {
            builder.cache(cache);
            builder.onFirstStart(() -> sayIfUnpacking(cache, diagnostics));
        });
        FfmpegWorkers workers = builder.build();
        return new Deep(Optional.of(workers), workers.fileTime(), workers::close);
    }

    /** The program's own jar; empty where it runs from a folder of classes, whose class path has everything. */
    private static Optional<Path> jar() {
        CodeSource source = Deep.class.getProtectionDomain().getCodeSource();
        try {
            Path path = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<Path> classPath(Path jar) {
        List<Path> paths = new ArrayList<>(List.of(jar));
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(jar.resolveSibling(FOLDER), "*.jar")) {
            jars.forEach(paths::add);
        } catch (IOException e) {
            // Then FFmpeg is missing, which is what will be said.
        }
        return paths;
    }

    /** Where the natives are unpacked, below the user's cache folder; empty where there is none. */
    private static Optional<Path> cache(Environment environment) {
        Optional<String> home = environment.variable("HOME").map(folder -> folder + "/.cache");
        Optional<String> folder = environment.variable("XDG_CACHE_HOME").or(() -> home);
        try {
            return folder.map(name -> Path.of(name, "preflight")).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static void sayIfUnpacking(Path cache, Diagnostics diagnostics) {
        if (!Files.exists(cache)) {
            diagnostics.say("unpacking FFmpeg for its first use, 65 MB into " + cache);
        }
    }

    /** The same judge, who asks FFmpeg as well. */
    Preflight with(Preflight preflight) {
        return examiner.map(preflight::examinedBy).orElse(preflight);
    }

    /** Whether FFmpeg is asked. */
    boolean isAsked() {
        return examiner.isPresent();
    }

    /** How long it may take over one file; zero where it is not asked. */
    Duration fileTime() {
        return fileTime;
    }

    @Override
    public void close() {
        end.run();
    }
}
