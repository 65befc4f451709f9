package io.mediapreflight.cli.fix;

import io.mediapreflight.Preflight;
import io.mediapreflight.cli.console.Diagnostics;
import java.util.List;

/** Makes copies, or says how they would be made, and ends whatever it has started for that. */
interface Copying extends Work.Writer, AutoCloseable {
    static Copying of(FixingOptions options, Preflight preflight, OutputTree tree, Diagnostics diagnostics) {
        return new DryRun(options, preflight, diagnostics);
    }

    /** The files whose copies are being made; any thread may ask. */
    default List<Running> running() {
        return List.of();
    }

    @Override
    void close();
}
