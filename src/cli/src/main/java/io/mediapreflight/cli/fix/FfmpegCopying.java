package io.mediapreflight.cli.fix;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.cli.check.FfmpegSession;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.OutputException;
import io.mediapreflight.ffmpeg.fix.FixProgress;
import io.mediapreflight.ffmpeg.fix.FixResult;
import io.mediapreflight.ffmpeg.fix.Fixer;
import io.mediapreflight.fix.FixCommand;
import io.mediapreflight.report.Fixing;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** Has FFmpeg make copies. It is made ready for the first of them: a run in which everything passes needs none. */
final class FfmpegCopying implements Copying {
    /** Why there is no copy, for no fault of the original. */
    private static final Set<String> OF_THE_PROGRAM = Set.of(
            "ffmpeg:fix.no-program",
            "ffmpeg:fix.missing-library",
            "ffmpeg:fix.no-encoder",
            "ffmpeg:fix.not-placed",
            "ffmpeg:fix.disk-full");

    private final FixingOptions options;
    private final OutputTree tree;
    private final Originals originals;
    private final Diagnostics diagnostics;
    private final Map<Path, Running> running = new ConcurrentSkipListMap<>();
    private Optional<Fixer> fixer = Optional.empty();
    private volatile boolean failed;

    FfmpegCopying(FixingOptions options, OutputTree tree, Originals originals, Diagnostics diagnostics) {
        this.options = options;
        this.tree = tree;
        this.originals = originals;
        this.diagnostics = diagnostics;
    }

    @Override
    public Fixing write(MediaVerdict original, Path stem) throws InterruptedException, IOException, OutputException {
        Fixer ready = fixer();
        tree.makeRoomFor(stem);
        requireWritable(stem);
        try (Originals.Original opened = originals.open(original.source())) {
            Path file = opened.file();
            running.put(file, new Running(original.source(), 0));
            try {
                return fixing(original, ready.fix(file, original, original.subject(), stem));
            } finally {
                running.remove(file);
            }
        }
    }

    /** What is wrong with the directory is no fault of the original. */
    private static void requireWritable(Path stem) throws IOException {
        Path directory = stem.toAbsolutePath().getParent();
        if (directory != null && !Files.isWritable(directory)) {
            throw new AccessDeniedException(directory.toString());
        }
    }

    private Fixing fixing(MediaVerdict original, FixResult result) throws IOException {
        if (result instanceof FixResult.Fixed fixed) {
            SourceName copy = SourceName.of(PathNames.text(fixed.path()));
            return new Fixing.Fixed(
                    fixed.verdict().named(copy),
                    fixed.plan(),
                    FixCommand.of(fixed.plan(), original.source(), copy.stem()));
        }
        if (result instanceof FixResult.Impossible impossible) {
            return new Fixing.NotFixed(impossible.reason());
        }
        if (result instanceof FixResult.Failed failure) {
            return failed(failure.reason());
        }
        return new Fixing.NotNeeded(); // it is another file by now, which passes
    }

    private Fixing failed(Phrase reason) throws IOException {
        if (reason.key().equals("ffmpeg:fix.exists")) {
            throw new FileAlreadyExistsException(String.valueOf(reason.values().get("path")));
        }
        failed |= OF_THE_PROGRAM.contains(reason.key());
        return new Fixing.NotFixed(reason);
    }

    private synchronized Fixer fixer() throws OutputException {
        if (fixer.isEmpty()) {
            fixer = Optional.of(start());
        }
        return fixer.get();
    }

    private Fixer start() throws OutputException {
        Fixer.Builder builder = Fixer.builder()
                .limits(options.judging().limits())
                .shape(options.copies().shape())
                .stripMetadata(options.copies().strip())
                .overwrite(options.copies().overwrite())
                .workers(options.jobs())
                .onProgress(this::hear)
                .onUnpacking(directory -> FfmpegSession.sayUnpacking(diagnostics, directory));
        options.copies().program().ifPresent(builder::program);
        FfmpegSession.classPath(FfmpegSession.FIX).ifPresent(builder::classPath);
        try {
            return builder.build();
        } catch (UncheckedIOException e) {
            throw FfmpegSession.notUnpacked(FfmpegSession.FIX, e);
        }
    }

    private void hear(FixProgress progress) {
        running.computeIfPresent(progress.file(), (file, known) -> new Running(known.source(), percent(progress)));
    }

    private static long percent(FixProgress progress) {
        double planned = progress.planned().toDecimal().doubleValue();
        double part = planned > 0 ? progress.done().toDecimal().doubleValue() / planned : 0;
        return Math.max(0, Math.min(100, (long) (part * 100)));
    }

    @Override
    public boolean failed() {
        return failed;
    }

    @Override
    public List<Running> running() {
        return List.copyOf(running.values());
    }

    @Override
    public synchronized void close() {
        fixer.ifPresent(Fixer::close);
    }
}
