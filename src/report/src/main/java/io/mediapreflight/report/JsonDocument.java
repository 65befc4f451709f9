package io.mediapreflight.report;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.RequestVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.fix.Shape;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Measured;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Bound;
import io.mediapreflight.spec.Limits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The parts that the JSON forms share. Their keys are public: programs depend on them. */
public final class JsonDocument {
    static final String RESULT_SCHEMA = "preflight.result/1";

    private JsonDocument() {}

    /** One verdict, as a whole object. */
    public static void writeResult(JsonOutput json, Verdict verdict) {
        json.startObject();
        json.put("schema", RESULT_SCHEMA);
        writeMembers(json, verdict);
        json.endObject();
    }

    /** The same for a file, and what became of fixing it. */
    static void writeResult(JsonOutput json, MediaVerdict verdict, Fixing fixing) {
        json.startObject();
        json.put("schema", RESULT_SCHEMA);
        writeBeginning(json, verdict);
        FixingJson.plan(verdict, fixing).ifPresent(plan -> writePlan(json, plan));
        FixingJson.write(json, fixing);
        writeEnd(json, verdict);
        json.endObject();
    }

    static void writeMembers(JsonOutput json, Verdict verdict) {
        writeBeginning(json, verdict);
        if (verdict instanceof MediaVerdict media) {
            PrintedPlan.of(media.plan(Shape.PAD), media.source()).ifPresent(plan -> writePlan(json, plan));
        }
        writeEnd(json, verdict);
    }

    private static void writeBeginning(JsonOutput json, Verdict verdict) {
        writeSource(json, verdict.source());
        verdict.kindId().ifPresent(kind -> json.put("kind", kind));
        json.put("outcome", verdict.outcomeId());
        json.startObject("facts");
        Facts.report(verdict, json);
        json.endObject();
        verdict.decoderResult().ifPresent(decoderResult -> {
            json.startObject("opinion");
            Facts.report(decoderResult, json);
            json.endObject();
        });
        writeFindings(json, verdict.findings(), verdict.source(), verdict.acceptances());
    }

    private static void writeEnd(JsonOutput json, Verdict verdict) {
        writeAdvice(json, verdict.advice(), verdict.source());
        if (verdict instanceof RequestVerdict request) {
            writeMedia(json, request.media());
        }
        json.put("bytesRead", verdict.bytesRead());
        json.put("elapsedMicros", TimeUnit.NANOSECONDS.toMicros(verdict.elapsedNanos()));
    }

    private static void writeMedia(JsonOutput json, List<MediaVerdict> media) {
        json.startArray("media");
        for (MediaVerdict item : media) {
            json.startObject();
            item.path().ifPresent(path -> json.put("path", path));
            writeMembers(json, item);
            json.endObject();
        }
        json.endArray();
    }

    /** What a source is called, as members of an object. */
    public static void writeSource(JsonOutput json, SourceName source) {
        json.put("source", source.text());
        source.root().ifPresent(root -> json.put("root", root));
        source.exactBytes().ifPresent(bytes -> json.putBase64("sourceBytes", bytes));
        source.exactRootBytes().ifPresent(bytes -> json.putBase64("rootBytes", bytes));
        source.line().ifPresent(line -> json.put("line", line));
        source.id().ifPresent(id -> json.put("id", id));
    }

    private static void writeFindings(
            JsonOutput json, List<Finding> findings, SourceName source, Map<Finding, Acceptance> acceptances) {
        json.startArray("findings");
        for (Finding finding : findings) {
            writeFinding(json, finding, source, Optional.ofNullable(acceptances.get(finding)));
        }
        json.endArray();
    }

    private static void writePlan(JsonOutput json, PrintedPlan plan) {
        json.startObject("plan");
        writeTexts(json, "steps", plan.steps());
        writeTexts(json, "command", plan.command().words());
        json.put("output", plan.command().output());
        json.endObject();
    }

    private static void writeTexts(JsonOutput json, String key, List<String> texts) {
        json.startArray(key);
        texts.forEach(json::string);
        json.endArray();
    }

    private static void writeAdvice(JsonOutput json, List<Advice> list, SourceName source) {
        json.startArray("advice");
        for (Advice advice : list) {
            json.startObject();
            json.put("rule", advice.id().id());
            advice.path().ifPresent(path -> json.put("path", path));
            json.put("severity", Advice.SEVERITY);
            json.put("actual", advice.actual());
            json.put("limit", advice.limit());
            json.put("message", advice.message());
            json.put("fix", new Remedy(advice.fix(), source).inOneLine());
            json.endObject();
        }
        json.endArray();
    }

    private static void writeFinding(
            JsonOutput json, Finding finding, SourceName source, Optional<Acceptance> acceptance) {
        json.startObject();
        json.put("rule", finding.rule().id());
        finding.path().ifPresent(path -> json.put("path", path));
        json.put("severity", finding.severity().id());
        json.put("actual", finding.actual());
        json.put("limit", finding.limit());
        writeMeasured(json, finding.measured());
        finding.bound().filter(Bound::hasNumbers).ifPresent(bound -> writeBound(json, bound));
        json.put("message", finding.message());
        json.put("fix", new Remedy(finding.fix(), source).inOneLine());
        acceptance.ifPresent(accepted -> writeAcceptance(json, accepted));
        json.endObject();
    }

    private static void writeMeasured(JsonOutput json, List<Measured> measured) {
        if (measured.isEmpty()) {
            return;
        }
        json.startArray("measured");
        for (Measured each : measured) {
            json.startObject();
            json.put("reading", each.reading());
            each.side().ifPresent(side -> json.put("side", side));
            each.number().ifPresent(number -> json.put("value", number));
            each.name().ifPresent(name -> json.put("value", name));
            if (!each.unit().isEmpty()) {
                json.put("unit", each.unit());
            }
            json.endObject();
        }
        json.endArray();
    }

    private static void writeBound(JsonOutput json, Bound bound) {
        json.startObject("bound");
        writeBoundMembers(json, bound);
        json.endObject();
    }

    static void writeBoundMembers(JsonOutput json, Bound bound) {
        bound.min().ifPresent(min -> json.put("min", min));
        bound.max().ifPresent(max -> json.put("max", max));
        bound.maxGenerous().ifPresent(max -> json.put("maxGenerous", max));
        json.put("unit", bound.unit());
    }

    private static void writeAcceptance(JsonOutput json, Acceptance acceptance) {
        if (acceptance.isIgnored()) {
            json.put("ignored", true);
            return;
        }
        json.startObject("baseline");
        json.put("reason", acceptance.reason());
        json.put("expires", acceptance.expires().toString());
        json.put("accepted", acceptance.inForce());
        json.endObject();
    }

    /** What was counted, as members of an object. */
    static void writeCounts(JsonOutput json, Summary summary) {
        json.put("checked", summary.checked());
        Counts outcomes = summary.outcomes();
        json.put("pass", outcomes.pass());
        json.put("warn", outcomes.warn());
        json.put("unknown", outcomes.unknown());
        json.put("fail", outcomes.fail());
        json.put("skipped", summary.skipped());
        json.put("accepted", summary.accepted().total());
        json.put("bytes", summary.bytes());
        json.put("bytesRead", summary.bytesRead());
        json.put(
                "elapsedMicros", TimeUnit.NANOSECONDS.toMicros(summary.elapsed().toNanos()));
        json.startObject("byRule");
        summary.byRule().forEach((rule, counts) -> {
            json.startObject(rule.id());
            json.put("warn", counts.warn());
            json.put("unknown", counts.unknown());
            json.put("fail", counts.fail());
            json.endObject();
        });
        json.endObject();
        json.startObject("byAdvice");
        summary.byAdvice().forEach((advice, count) -> json.put(advice.id(), count));
        json.endObject();
    }

    static void writeTool(JsonOutput json, Tool tool) {
        json.startObject("tool");
        json.put("name", tool.name());
        json.put("version", tool.version());
        json.endObject();
    }

    /** Every limit of the profile by its key, all of them inclusive. */
    static void writeLimits(JsonOutput json, Limits limits) {
        json.startObject("limits");
        LimitsJson.writeMembers(json, limits);
        json.endObject();
    }
}
