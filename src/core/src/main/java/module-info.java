/** The pre-flight check itself: limits, sources, header probes, rules and verdicts. Needs the JDK alone. */
module io.mediapreflight.core {
    requires static transitive org.jspecify;

    exports io.mediapreflight;
    exports io.mediapreflight.decoder;
    exports io.mediapreflight.fix;
    exports io.mediapreflight.probe;
    exports io.mediapreflight.probe.codec;
    exports io.mediapreflight.request;
    exports io.mediapreflight.rule;
    exports io.mediapreflight.source;
    exports io.mediapreflight.spec;
    exports io.mediapreflight.text;
}
