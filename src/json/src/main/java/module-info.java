/** Reads JSON from outside, bounded, for the other modules of this project. */
@SuppressWarnings("module") // those modules are not there yet when this one is compiled
module io.mediapreflight.json {
    requires transitive io.mediapreflight.core;
    requires tools.jackson.core;

    exports io.mediapreflight.json to
            io.mediapreflight.audit,
            io.mediapreflight.cli,
            io.mediapreflight.report,
            io.mediapreflight.submit;
}
