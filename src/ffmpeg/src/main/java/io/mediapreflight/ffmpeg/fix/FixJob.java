package io.mediapreflight.ffmpeg.fix;

import io.mediapreflight.Examiner;
import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.fix.FixOptions;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.fix.Step;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.source.TemporaryEntry;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One file on its way from a verdict to a copy that passes. */
final class FixJob {
    /** Of the directory beside the destination in which the copy is made. */
    static final String PREFIX = ".preflight-fix-";

    private final Fixer.Settings settings;
    private final Preflight deep;
    private final ProgramSource program;
    private final Task task;
    private final FixOptions options;
    private final long end;

    FixJob(Fixer.Settings settings, Examiner examiner, ProgramSource program, Task task) {
        this.settings = settings;
        this.deep =
                Preflight.builder().limits(settings.limits()).examiner(examiner).build();
        this.program = program;
        this.task = task;
        this.options = new FixOptions(settings.shape(), settings.stripMetadata());
        this.end = System.nanoTime() + settings.time().toNanos();
    }

    /**
     * What is to be done.
     *
     * @param stem of the copy: its path without an extension
     */
    record Task(Path file, MediaVerdict original, Subject subject, Path stem) {}

    /** A copy that was made and judged, and what is wrong with it: nothing where it is good. */
    private record Try(MediaVerdict verdict, Optional<Phrase> problem) {}

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
            try (TemporaryEntry work = TemporaryEntry.directory(directory(), PREFIX)) {
                Path made = work.path().resolve("copy." + extension(plan));
                Try first = tried(original, plan, made);
                if (first.problem().isEmpty()) {
                    return placed(destination, made, first, plan);
                }
                Optional<FixPlan.Ready> next = new SecondPlan(settings.limits(), options, plan, first.verdict())
                        .from(original, () -> deep.check(task.file(), task.subject()));
                requireNoInterrupt();
                if (next.isEmpty()) {
                    throw new FixException(first.problem().get());
                }
                return again(original, next.get(), work.path());
            }
        } catch (FixException e) {
            return new FixResult.Failed(e.reason());
        } catch (IOException e) {
            requireNoInterrupt(); // which closes the channel that is being copied
            return new FixResult.Failed(reason(e));
        }
    }

    private FixResult again(MediaVerdict original, FixPlan.Ready plan, Path work)
            throws FixException, IOException, InterruptedException {
        Destination destination = new Destination(named(plan), task.file(), settings.overwrite());
        destination.requireFree();
        Path made = work.resolve("second." + extension(plan));
        Try second = tried(original, plan, made);
        if (second.problem().isPresent()) {
            throw new FixException(second.problem().get());
        }
        return placed(destination, made, second, plan);
    }

    private static FixResult placed(Destination destination, Path made, Try good, FixPlan.Ready plan)
            throws FixException, IOException {
        destination.take(made);
        MediaVerdict verdict = good.verdict().named(SourceName.of(PathNames.text(destination.path())));
        return new FixResult.Fixed(destination.path(), verdict, plan);
    }

    private Try tried(MediaVerdict original, FixPlan.Ready plan, Path made)
            throws FixException, IOException, InterruptedException {
        if (plan.steps().get(0) instanceof Step.Rename) {
            FileCopy.copy(task.file(), made, plan.maxBytes());
        } else {
            write(plan, made);
        }
        Subject meant = task.subject();
        // The declared type was the original's.
        Subject subject = new Subject(Optional.empty(), Optional.empty(), meant.slot(), meant.orientation());
        MediaVerdict verdict = deep.check(made, subject);
        requireNoInterrupt();
        return new Try(verdict, PlannedCopy.problem(plan, original, verdict));
    }

    private void write(FixPlan.Ready plan, Path made) throws FixException, InterruptedException {
        FfmpegProgram ffmpeg = program.get();
        Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
        long fileBytes = WrittenBytes.max(plan);
        ProgressReader progress = new ProgressReader(task.file(), plan, settings.onProgress());
        ChildProcess.Ending ending = ChildProcess.run(
                ffmpeg.command(plan, task.file().toAbsolutePath(), made.toAbsolutePath()),
                new ChildProcess.Bounds(left, ChildProcess.MEMORY_BYTES, fileBytes),
                progress::line);
        if (ending.exitCode() != 0 && !ProgramFailure.reachedFileLimit(ending)) {
            throw new FixException(ProgramFailure.notWritten(ending));
        }
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
        return Phrase.of("ffmpeg:fix.not-written").with("reason", reason);
    }
}
