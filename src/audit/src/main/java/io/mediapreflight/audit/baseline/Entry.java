package io.mediapreflight.audit.baseline;

import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Measured;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.text.SurrogateEscape;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one line of a baseline accepts. What is absent matches anything. */
record Entry(
        String source,
        String rule,
        Optional<Outcome> severity,
        Optional<String> measured,
        Optional<String> path,
        String reason,
        LocalDate expires) {

    /** Whether it accepts this finding of its source. */
    boolean matches(Finding finding) {
        return rule.equals(finding.rule().id())
                && severity.map(finding.severity()::equals).orElse(true)
                && measured.map(measured(finding)::equals).orElse(true)
                && path.map(wanted -> isAt(wanted, finding)).orElse(true);
    }

    /** The values that were judged, exactly and in one spelling. No words are in it, so a better sentence changes nothing. */
    static String measured(Finding finding) {
        String values = finding.measured().stream().map(Measured::toString).collect(Collectors.joining("; "));
        return SurrogateEscape.toUnicode(values);
    }

    private static boolean isAt(String wanted, Finding finding) {
        return finding.path()
                .map(SurrogateEscape::toUnicode)
                .filter(wanted::equals)
                .isPresent();
    }

    /**
     * What a baseline calls a source: a file by its path below the root, a row of a manifest by the id that its author gave
     * it, which stays when rows are added above.
     */
    static String key(SourceName source) {
        if (source.line().isEmpty()) {
            return source.name();
        }
        String row =
                source.id().map("#"::concat).orElseGet(() -> ":" + source.line().getAsLong());
        return source.name() + row;
    }

    /** A name as it comes back from the bytes that a baseline can hold: lone surrogates stand for bytes, or are not preserved. */
    static String name(String source) {
        return SurrogateEscape.isUnicode(source) ? source : SurrogateEscape.decode(SurrogateEscape.encode(source));
    }
}
