package io.mediapreflight.cli.fix;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.UnreachableException;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.OutputException;
import io.mediapreflight.cli.objects.ObjectOptions;
import io.mediapreflight.fix.FixOptions;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.report.Fixing;
import io.mediapreflight.report.VisibleSource;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** What is to be done about a file: nothing, a copy as it is, or a fixed one. */
final class Work {
    private final FixingOptions options;
    private final Preflight preflight;
    private final FixOptions plans;
    private final OutputNames names;
    private final Writer writer;
    private final OutputTree tree;
    private final Originals originals;
    private volatile boolean failed;

    /** Makes fixed copies, or says how they would be made. */
    interface Writer {
        /**
         * Makes the copy of one file; called by several threads at once.
         *
         * @param stem the path of the copy without its extension
         * @throws InterruptedException where the thread was interrupted; then there is no copy
         * @throws IOException where it could not be written
         * @throws OutputException where FFmpeg is not there
         */
        Fixing write(MediaVerdict original, Path stem) throws InterruptedException, IOException, OutputException;
    }

    Work(
            FixingOptions options,
            Preflight preflight,
            OutputNames names,
            OutputTree tree,
            Originals originals,
            Writer writer) {
        this.options = options;
        this.preflight = preflight;
        this.plans = new FixOptions(options.copies().shape(), options.copies().strip());
        this.names = names;
        this.tree = tree;
        this.originals = originals;
        this.writer = writer;
    }

    /** Decides, and names the copy. To be called in the order of the files. */
    Callable<Fixing> of(MediaVerdict original) {
        FixPlan plan = original.plan(plans);
        if (plan instanceof FixPlan.NotNeeded || (original.isAccepted() && !plans.stripMetadata())) {
            return ofPassing(original);
        }
        if (plan instanceof FixPlan.Impossible impossible) {
            return () -> new Fixing.NotFixed(impossible.reason());
        }
        if (!OutputNames.fits(original.source())) {
            return Work::notPlaced;
        }
        Path stem = names.copy(original, kindOfCopy(original, plan));
        return () -> written(stem, () -> writer.write(original, stem));
    }

    private static Kind kindOfCopy(MediaVerdict original, FixPlan plan) {
        return plan instanceof FixPlan.Ready ready
                ? ready.format().kind()
                : original.subject().meantFor().orElseGet(() -> original.kind().orElse(Kind.OTHER));
    }

    private Callable<Fixing> ofPassing(MediaVerdict original) {
        if (!options.copies().passing() || original.skipped()) {
            return Fixing.NotNeeded::new;
        }
        if (!OutputNames.fits(original.source())) {
            return Work::notPlaced;
        }
        Path copy = names.passing(original);
        SourceName name = SourceName.of(PathNames.text(copy));
        if (options.dryRun()) {
            return () -> written(
                    copy, () -> isSame(original.source(), copy) ? new Fixing.NotNeeded() : toBeCopied(copy, name));
        }
        return () -> written(copy, () -> {
            if (isSame(original.source(), copy)) {
                return new Fixing.NotNeeded(); // the directory of copies is its own
            }
            tree.makeRoomFor(copy);
            try (Originals.Original opened = originals.open(original.source())) {
                copy(original, opened.file(), copy);
            }
            return new Fixing.Copied(name);
        });
    }

    private void copy(MediaVerdict original, Path file, Path copy) throws IOException, InterruptedException {
        PassingCopy.write(
                file,
                copy,
                original.bytes().map(ByteCount::atMost).orElse(0L),
                made -> preflight.check(made, original.subject()).outcome().compareTo(original.outcome()) <= 0,
                options.copies().overwrite());
    }

    private static boolean isSame(SourceName original, Path copy) throws IOException {
        return !ObjectOptions.isObject(original.path())
                && Files.exists(copy)
                && Files.isSameFile(PathNames.path(original.path()), copy);
    }

    private static Fixing notPlaced() {
        return new Fixing.NotFixed(Phrase.of("cli:copy-not-placed"));
    }

    private Fixing toBeCopied(Path copy, SourceName name) {
        return Files.exists(copy, LinkOption.NOFOLLOW_LINKS)
                        && !options.copies().overwrite()
                ? new Fixing.NotFixed(exists(copy))
                : new Fixing.ToBeCopied(name);
    }

    private Fixing written(Path copy, Callable<Fixing> writing) throws Exception {
        try {
            return writing.call();
        } catch (FileAlreadyExistsException e) {
            String file = e.getFile();
            return new Fixing.NotFixed(exists(file == null ? copy : PathNames.path(file)));
        } catch (OutputException e) {
            failed = true;
            return new Fixing.NotFixed(Phrase.verbatim(String.valueOf(e.getMessage())));
        } catch (UnreachableException e) {
            return new Fixing.NotFixed(e.why());
        } catch (IOException e) {
            failed = true;
            return new Fixing.NotFixed(Phrase.of("cli:copy-not-written")
                    .with("file", VisibleSource.of(SourceName.of(PathNames.text(copy))))
                    .with("reason", Diagnostics.reason(e)));
        }
    }

    static Phrase exists(Path copy) {
        return Phrase.of("cli:copy-exists").with("file", VisibleSource.of(SourceName.of(PathNames.text(copy))));
    }

    /** Whether a copy could not be written for no fault of its original. */
    boolean failed() {
        return failed;
    }
}
