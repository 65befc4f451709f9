/** Verdicts as text, as JSON and in forms that others have defined. */
module io.mediapreflight.report {
    requires transitive io.mediapreflight.core;
    requires io.mediapreflight.json;
    requires tools.jackson.core;

    exports io.mediapreflight.report;
    exports io.mediapreflight.report.exchange;
    exports io.mediapreflight.report.html;
}
