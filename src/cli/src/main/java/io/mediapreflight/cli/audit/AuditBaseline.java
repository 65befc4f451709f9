package io.mediapreflight.cli.audit;

import io.mediapreflight.audit.baseline.Baseline;
import io.mediapreflight.audit.baseline.BaselineException;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.OutputException;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.source.PathNames;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;

/** Reads the baseline of an audit, and begins a new one. */
final class AuditBaseline {
    private AuditBaseline() {}

    /**
     * What was accepted; nothing where no baseline was named, or one that is only to be written.
     *
     * @throws UsageException where it cannot be read: to pass over it would let old findings drown the new ones
     */
    static Baseline read(BaselineOptions options, LocalDate today) throws UsageException {
        if (options.file().isEmpty()) {
            return Baseline.empty();
        }
        String name = options.file().get();
        try {
            return Baseline.read(PathNames.path(name), today);
        } catch (NoSuchFileException e) {
            if (options.writing()) {
                return Baseline.empty();
            }
            throw new UsageException("--baseline " + name + ": there is no such file; --write-baseline makes it");
        } catch (BaselineException e) {
            throw new UsageException("--baseline " + name + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UsageException("--baseline " + name + " cannot be read: " + Diagnostics.reason(e));
        } catch (InvalidPathException e) {
            throw new UsageException("--baseline: no file can have this name");
        }
    }

    static NewBaseline write(BaselineOptions options, Baseline previous, LocalDate today) throws OutputException {
        return NewBaseline.open(options.file().orElseThrow(), options, previous, today);
    }
}
