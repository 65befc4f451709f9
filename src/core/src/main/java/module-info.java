/** The pre-flight check itself: limits, sources, header probes, rules and verdicts. Needs the JDK alone. */
@SuppressWarnings("module") // the modules that see more than others are not there yet when this one is compiled
module io.mediapreflight.core {
    requires static transitive org.jspecify;

    exports io.mediapreflight;
    exports io.mediapreflight.decoder;
    exports io.mediapreflight.fix;
    exports io.mediapreflight.probe;
    exports io.mediapreflight.request;
    exports io.mediapreflight.rule;
    exports io.mediapreflight.source;
    exports io.mediapreflight.spec;
    exports io.mediapreflight.text;
    exports io.mediapreflight.decoder.codec to
            io.mediapreflight.audit,
            io.mediapreflight.ffmpeg,
            io.mediapreflight.report;
    exports io.mediapreflight.probe.codec to
            io.mediapreflight.audit,
            io.mediapreflight.ffmpeg,
            io.mediapreflight.report;
    exports io.mediapreflight.request.url to
            io.mediapreflight.remote,
            io.mediapreflight.submit;
}
