package io.mediapreflight.spark;

import io.mediapreflight.Inspection;
import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BlockSource;
import io.mediapreflight.source.GuardedSource;
import io.mediapreflight.spec.Kind;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;

/** Checks one object after another; several threads may use it at once. Whatever an object is, there is a row for it. */
final class ObjectCheck {
    /** Of 871 real files, each took 1.33 requests and 27 kB. Twice as many bytes a request would save one request in eleven, and read half as much again. */
    static final int BLOCK = 32 << 10;

    private final Preflight preflight;
    private final CheckOptions options;
    private final FileSystems fileSystems;

    ObjectCheck(CheckOptions options, FileSystems fileSystems) {
        this.preflight = Preflight.with(options.limits());
        this.options = options;
        this.fileSystems = fileSystems;
    }

    /** The row of an object. */
    Row check(FileEntry file) {
        Inspection inspection = inspect(file);
        Subject subject = options.subject(file.name());
        MediaVerdict verdict = preflight.judge(inspection, subject);
        if (inspection instanceof Inspection.Seen && !isMedia(verdict.kind()) && !isMedia(subject.meantFor())) {
            verdict = verdict.asSkipped();
        }
        return ResultRow.of(file, verdict, inspection);
    }

    private static boolean isMedia(Optional<Kind> kind) {
        return kind.isPresent() && kind.get().isMedia();
    }

    private Inspection inspect(FileEntry file) {
        long start = System.nanoTime();
        try {
            return inspected(file);
        } catch (IOException e) {
            return unreadable(e, file, start);
        } catch (RuntimeException e) {
            // Clients of object stores throw their own, and a path may be none.
            return unreadable(GuardedSource.accident(e), file, start);
        }
    }

    private static Inspection unreadable(IOException cause, FileEntry file, long start) {
        return new Inspection.Unreadable(HadoopSource.explained(cause, file.text()), 0, System.nanoTime() - start);
    }

    private Inspection inspected(FileEntry file) throws IOException {
        Path path = new Path(file.text());
        HadoopSource source = HadoopSource.open(fileSystems.of(path), path, file.length(), BLOCK);
        try {
            Inspection inspection = preflight.inspect(BlockSource.of(source, BLOCK));
            return inspection instanceof Inspection.Unreadable failed
                    ? new Inspection.Unreadable(
                            HadoopSource.explained(failed.cause(), file.text()),
                            failed.bytesRead(),
                            failed.elapsedNanos())
                    : inspection;
        } finally {
            closeQuietly(source);
        }
    }

    /** What was read is known, however the connection ends. */
    private static void closeQuietly(HadoopSource source) {
        try {
            source.close();
        } catch (IOException | RuntimeException e) {
            return;
        }
    }
}
