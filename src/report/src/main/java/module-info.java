/** Verdicts as text and as JSON. */
module io.mediapreflight.report {
    requires transitive io.mediapreflight.core;
    requires io.mediapreflight.json;
    requires tools.jackson.core;

    exports io.mediapreflight.report;
}
