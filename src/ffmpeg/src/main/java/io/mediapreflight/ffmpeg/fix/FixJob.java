package io.mediapreflight.ffmpeg.fix;

import io.mediapreflight.Examiner;
import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.fix.FixOptions;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.fix.Step;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.source.TemporaryEntry;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One file on its way from a verdict to a copy that passes. */
final class FixJob {
    /** Of the directory beside the destination in which the copy is made. */
    static final String PREFIX = ".preflight-fix-";

    /** Twice as long as any video that may be sent. */
    private static final Fraction LONG = Fraction.of(60);

    private final Fixer.Settings settings;
    private final Preflight deep;
    private final ProgramSource program;
    private final Task task;
    private final FixOptions options;
    private long end;

    FixJob(Fixer.Settings settings, Examiner examiner, ProgramSource program, Task task) {
        this.settings = settings;
        this.deep =
                Preflight.builder().limits(settings.limits()).examiner(examiner).build();
        this.program = program;
        this.task = task;
        this.options = new FixOptions(settings.shape(), settings.stripMetadata());
    }

    /**
     * What is to be done.
     *
     * @param stem of the copy: its path without an extension
     */
    record Task(Path file, MediaVerdict original, Subject subject, Path stem) {}

    /**
     * A copy that was made and judged.
     *
     * @param verdict empty where it was too large to be finished
     * @param problem what is wrong with it; empty where it is good
     * @param bytes that were written
     */
    private record Try(Optional<MediaVerdict> verdict, Optional<Phrase> problem, long bytes) {}

    FixResult run() throws InterruptedException {
        MediaVerdict original = task.original();
        FixPlan plan = original.plan(options);
        if (plan instanceof FixPlan.NeedsExamination) {
            original = deep.check(task.file(), task.subject());
            requireNoInterrupt();
            plan = original.plan(options);
        }
        if (plan instanceof FixPlan.NotNeeded) {
            return new FixResult.NotNeeded();
        }
        if (plan instanceof FixPlan.Ready ready) {
            return carriedOut(original, ready);
        }
        return new FixResult.Impossible(
                plan instanceof FixPlan.Impossible impossible
                        ? impossible.reason()
                        : ((FixPlan.NeedsExamination) plan).reason());
    }

    private FixResult carriedOut(MediaVerdict original, FixPlan.Ready plan) throws InterruptedException {
        Destination destination = new Destination(named(plan), task.file(), settings.overwrite());
        try {
            destination.requireFree();
            MediaVerdict examined = examined(original, plan);
            if (isBroken(examined) && examined.plan(options) instanceof FixPlan.Impossible impossible) {
                return new FixResult.Impossible(impossible.reason());
            }
            end = System.nanoTime() + settings.time().toNanos();
            try (TemporaryEntry work = TemporaryEntry.directory(directory(), PREFIX)) {
                Path made = work.path().resolve("copy." + extension(plan));
                Try first = tried(original, plan, made, false);
                if (first.problem().isEmpty()) {
                    return placed(destination, made, first, plan);
                }
                Optional<FixPlan.Ready> next = new SecondPlan(settings.limits(), options, plan, first.bytes())
                        .from(
                                original,
                                () -> isExamined(examined) ? examined : deep.check(task.file(), task.subject()));
                requireNoInterrupt();
                if (next.isEmpty()) {
                    throw new FixException(first.problem().get());
                }
                return again(original, next.get(), work.path(), first.verdict().isEmpty());
            }
        } catch (FixException e) {
            return new FixResult.Failed(e.reason());
        } catch (IOException e) {
            requireNoInterrupt(); // which closes the channel that is being copied
            return new FixResult.Failed(reason(e));
        }
    }

    /**
     * The verdict by every frame of the original, where the plan encodes it again: FFmpeg conceals what is damaged, and the copy passes.
     * What only gets another name is examined as a copy. What is long is not decoded for it, since a copy has only its beginning.
     */
    private MediaVerdict examined(MediaVerdict original, FixPlan.Ready plan) throws InterruptedException {
        if (plan.steps().get(0) instanceof Step.Rename || isExamined(original) || isLong(original)) {
            return original;
        }
        MediaVerdict examined = deep.check(task.file(), task.subject());
        requireNoInterrupt();
        return examined;
    }

    private static boolean isLong(MediaVerdict original) {
        return original.facts().orElse(null) instanceof VideoFacts video
                && video.durations().all().anyMatch(seconds -> !seconds.isAtMost(LONG));
    }

    /** Not by its key frames alone. */
    private static boolean isExamined(MediaVerdict verdict) {
        return verdict.decoderResult()
                .map(DecoderResult::decoding)
                .filter(decoding -> decoding instanceof Decoding.Broken
                        || (decoding instanceof Decoding.Decoded decoded && decoded.depth() == Depth.EVERY_FRAME))
                .isPresent();
    }

    private static boolean isBroken(MediaVerdict verdict) {
        return verdict.decoderResult()
                .filter(result -> result.decoding() instanceof Decoding.Broken)
                .isPresent();
    }

    private FixResult again(MediaVerdict original, FixPlan.Ready plan, Path work, boolean holdingRate)
            throws FixException, IOException, InterruptedException {
        Destination destination = new Destination(named(plan), task.file(), settings.overwrite());
        destination.requireFree();
        Path made = work.resolve("second." + extension(plan));
        Try second = tried(original, plan, made, holdingRate);
        if (second.problem().isPresent()) {
            throw new FixException(second.problem().get());
        }
        return placed(destination, made, second, plan);
    }

    private static FixResult placed(Destination destination, Path made, Try good, FixPlan.Ready plan)
            throws FixException, IOException {
        destination.take(made);
        MediaVerdict verdict = good.verdict().orElseThrow().named(SourceName.of(PathNames.text(destination.path())));
        return new FixResult.Fixed(destination.path(), verdict, plan);
    }

    /**
     * Makes a copy and judges it.
     *
     * @param holdingRate by another encoder than the one that missed its rate by far
     */
    private Try tried(MediaVerdict original, FixPlan.Ready plan, Path made, boolean holdingRate)
            throws FixException, IOException, InterruptedException {
        if (plan.steps().get(0) instanceof Step.Rename) {
            FileCopy.copy(task.file(), made, plan.maxBytes());
        } else if (!write(plan, made, holdingRate)) {
            WrittenBytes bytes = WrittenBytes.of(plan, settings.limits());
            Phrase tooLarge = Phrase.of("ffmpeg:fix.too-large").with("max", bytes.max());
            return new Try(Optional.empty(), Optional.of(tooLarge), bytes.end());
        }
        Subject meant = task.subject();
        // The declared type was the original's.
        Subject subject = new Subject(Optional.empty(), Optional.empty(), meant.slot(), meant.orientation());
        MediaVerdict verdict = deep.check(made, subject);
        requireNoInterrupt();
        long bytes = verdict.bytes().map(ByteCount::atMost).orElse(0L);
        return new Try(Optional.of(verdict), PlannedCopy.problem(plan, original, verdict), bytes);
    }

    /** Has FFmpeg write a copy, and returns whether it could, within the bytes that it may write. */
    private boolean write(FixPlan.Ready plan, Path made, boolean holdingRate)
            throws FixException, InterruptedException {
        FfmpegProgram ffmpeg = holdingRate ? program.get().holdingRates() : program.get();
        Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
        ProgressReader progress = new ProgressReader(task.file(), plan, settings.onProgress());
        long fileBytes = WrittenBytes.of(plan, settings.limits()).end();
        ChildProcess.Ending ending = ChildProcess.run(
                ffmpeg.command(plan, task.file().toAbsolutePath(), made.toAbsolutePath()),
                new ChildProcess.Bounds(left, ChildProcess.MEMORY_BYTES, fileBytes),
                progress::line);
        if (ProgramFailure.reachedFileLimit(ending)) {
            return false;
        }
        if (ending.exitCode() != 0) {
            throw new FixException(ProgramFailure.notWritten(ending));
        }
        if (ProgramFailure.lackedData(ending)) {
            throw new FixException(ProgramFailure.notWritten(ending));
        }
        if (!Files.exists(made, LinkOption.NOFOLLOW_LINKS)) {
            throw new FixException(ProgramFailure.nothingWritten());
        }
        return true;
    }

    private Path directory() throws IOException {
        Path parent = task.stem().toAbsolutePath().getParent();
        if (parent == null) {
            throw new NoSuchFileException(PathNames.text(task.stem()));
        }
        return parent;
    }

    private Path named(FixPlan.Ready plan) {
        return PathNames.path(PathNames.text(task.stem()) + "." + extension(plan));
    }

    private static String extension(FixPlan.Ready plan) {
        return plan.format().extensions().get(0);
    }

    private static void requireNoInterrupt() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** A file system's message begins with the name, which may hold anything; its reason does not. */
    private static Phrase reason(IOException e) {
        if (ProgramFailure.isDiskFull(String.valueOf(e.getMessage()))) {
            return Phrase.of("ffmpeg:fix.disk-full");
        }
        String message = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        String reason = message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
        return Phrase.of("ffmpeg:fix.not-placed").with("reason", reason);
    }
}
