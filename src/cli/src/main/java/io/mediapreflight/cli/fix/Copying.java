package io.mediapreflight.cli.fix;

import io.mediapreflight.Preflight;
import io.mediapreflight.cli.console.Diagnostics;
import java.util.List;

/** Makes copies, or says how they would be made, and ends whatever it has started for that. */
interface Copying extends Work.Writer, AutoCloseable {
    static Copying of(
            FixingOptions options, Preflight preflight, OutputTree tree, Originals originals, Diagnostics diagnostics) {
        return options.dryRun()
                ? new DryRun(options, preflight, originals, diagnostics)
                : new FfmpegCopying(options, tree, originals, diagnostics);
    }

    /** The files whose copies are being made; any thread may ask. */
    default List<Running> running() {
        return List.of();
    }

    /** Whether a copy could not be made for no fault of its original. */
    default boolean failed() {
        return false;
    }

    @Override
    void close();
}
