package io.mediapreflight.report.exchange;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.probe.codec.FactSink;
import io.mediapreflight.report.VisibleSource;
import io.mediapreflight.report.Wording;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Fraction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The cells of the rows about one file or request. */
final class CsvRow {
    private static final List<String> ABOUT = List.of(
            "source",
            "request",
            "line",
            "id",
            "kind",
            "outcome",
            "rule",
            "severity",
            "status",
            "path",
            "actual",
            "limit",
            "message",
            "fix",
            "command");

    /** Those that are compared with limits, and a few by which people sort; JSON has all. */
    private static final List<String> FACTS = List.of(
            "format",
            "bytes",
            "width",
            "height",
            "displayWidth",
            "displayHeight",
            "rotation",
            "durationSeconds",
            "videoTrackSeconds",
            "frameRate",
            "videoCodec",
            "bitDepth",
            "audio");

    private final Verdict part;
    private final SourceName whole;
    private final String slot;
    private final List<String> facts;
    private final String command;

    /** @param whole the request to which the part belongs, or the part itself */
    CsvRow(Verdict part, Verdict whole) {
        this.part = part;
        this.whole = whole.source();
        this.slot = part instanceof MediaVerdict media ? media.path().orElse("") : "";
        this.facts = facts(part);
        this.command = Wording.command(part).orElse("");
    }

    static List<String> titles() {
        List<String> titles = new ArrayList<>(ABOUT);
        titles.addAll(FACTS);
        return titles;
    }

    private static List<String> facts(Verdict part) {
        Known known = new Known();
        Wording.facts(part, known);
        return FACTS.stream().map(key -> known.values.getOrDefault(key, "")).toList();
    }

    List<String> finding(Finding finding) {
        Acceptance acceptance = part.acceptances().get(finding);
        return row(
                finding.rule().id(),
                finding.severity().id(),
                acceptance == null ? "" : status(acceptance),
                finding.path().orElse(slot),
                finding.actual(),
                finding.limit(),
                finding.message(),
                Wording.fix(finding.fix(), part.source()));
    }

    private static String status(Acceptance acceptance) {
        if (acceptance.isIgnored()) {
            return "ignored";
        }
        return acceptance.inForce() ? "accepted" : "expired";
    }

    List<String> advice(Advice advice) {
        return row(
                advice.id().id(),
                Advice.SEVERITY,
                "",
                advice.path().orElse(slot),
                advice.actual(),
                advice.limit(),
                advice.message(),
                Wording.fix(advice.fix(), part.source()));
    }

    List<String> nothing() {
        return row("", "", "", slot, "", "", "", "");
    }

    private List<String> row(
            String rule,
            String severity,
            String status,
            String path,
            String actual,
            String limit,
            String message,
            String fix) {
        boolean isPart = !slot.isEmpty();
        List<String> cells = new ArrayList<>(List.of(
                isPart ? VisibleSource.of(part.source()) : name(whole),
                isPart ? name(whole) : "",
                number(whole.line()),
                whole.id().orElse(""),
                part.kindId().orElse(""),
                part.outcomeId(),
                rule,
                severity,
                status,
                path,
                actual,
                limit,
                message,
                fix,
                command));
        cells.addAll(facts);
        return cells;
    }

    /** Without the line and the id of a row, which have their own columns. */
    private static String name(SourceName source) {
        return VisibleSource.of(SourceName.of(source.path()));
    }

    private static String number(OptionalLong line) {
        return line.isPresent() ? Long.toString(line.getAsLong()) : "";
    }

    /** Every fact as text. */
    private static final class Known implements FactSink {
        private final Map<String, String> values = new HashMap<>();

        @Override
        public void put(String key, String value) {
            values.put(key, value);
        }

        @Override
        public void put(String key, long value) {
            values.put(key, Long.toString(value));
        }

        @Override
        public void put(String key, boolean value) {
            values.put(key, Boolean.toString(value));
        }

        @Override
        public void put(String key, Fraction value) {
            values.put(key, value.toDecimalString());
        }
    }
}
