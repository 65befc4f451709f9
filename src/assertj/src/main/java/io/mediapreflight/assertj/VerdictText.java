package io.mediapreflight.assertj;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A whole verdict for the message of a failed assertion: facts, findings and advice, and those of its media. */
final class VerdictText {
    private final StringBuilder text = new StringBuilder();

    private VerdictText() {}

    static String of(Verdict verdict) {
        VerdictText whole = new VerdictText();
        whole.append(verdict, "  ", Optional.empty());
        for (MediaVerdict item : verdict.media()) {
            whole.append(item, "    ", item.path());
        }
        return whole.text.toString();
    }

    private void append(Verdict verdict, String indent, Optional<String> path) {
        line(indent, verdict.outcomeId() + path.map(place -> " " + place).orElse("") + name(verdict) + facts(verdict));
        for (Finding finding : verdict.findings()) {
            line(indent + "  ", place(finding.path()) + finding);
        }
        for (Advice advice : verdict.advice()) {
            line(indent + "  ", place(advice.path()) + advice);
        }
    }

    private void line(String indent, String content) {
        text.append('\n').append(indent).append(content);
    }

    private static String name(Verdict verdict) {
        String name = verdict.source().toString();
        return name.isEmpty() ? "" : " " + name;
    }

    private static String place(Optional<String> path) {
        return path.filter(place -> !place.isEmpty()).map(place -> place + " ").orElse("");
    }

    private static String facts(Verdict verdict) {
        List<String> facts = new ArrayList<>();
        verdict.format().ifPresent(format -> facts.add(format.label()));
        verdict.facts().flatMap(Seen::size).ifPresent(size -> facts.add(size.toString()));
        verdict.facts().flatMap(Seen::seconds).ifPresent(seconds -> facts.add(seconds.toDecimalString() + " s"));
        verdict.bytes().ifPresent(bytes -> facts.add(bytes(bytes)));
        return facts.isEmpty() ? "" : " (" + String.join(", ", facts) + ")";
    }

    private static String bytes(ByteCount bytes) {
        return (bytes.isExact() ? "" : "at least ") + bytes.atLeast() + " bytes";
    }
}
