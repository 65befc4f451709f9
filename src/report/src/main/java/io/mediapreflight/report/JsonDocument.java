package io.mediapreflight.report;

import io.mediapreflight.Verdict;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Megabytes;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The parts that the JSON forms share. Their keys are public: programs depend on them. */
public final class JsonDocument {
    static final String RESULT_SCHEMA = "preflight.result/1";

    private JsonDocument() {}

    /** One result, as a whole object. */
    public static void writeResult(JsonOutput json, Result result) {
        json.startObject();
        json.put("schema", RESULT_SCHEMA);
        writeMembers(json, result);
        json.endObject();
    }

    /** The result of a request, as a whole object. */
    public static void writeRequest(JsonOutput json, RequestResult result) {
        json.startObject();
        json.put("schema", RESULT_SCHEMA);
        writeSource(json, result.source());
        json.put("kind", "request");
        json.put("outcome", result.verdict().outcome().id());
        json.startObject("facts");
        json.endObject();
        writeFindings(json, result.verdict().findings(), result.source());
        json.startArray("media");
        for (MediumResult medium : result.media()) {
            json.startObject();
            json.put("path", medium.path());
            writeMembers(json, medium.result());
            json.endObject();
        }
        json.endArray();
        writeEffort(json, result.bytesRead(), result.elapsedNanos());
        json.endObject();
    }

    private static void writeSource(JsonOutput json, SourceName source) {
        json.put("source", source.text());
        source.exactBytes().ifPresent(bytes -> json.putBase64("sourceBytes", bytes));
    }

    private static void writeMembers(JsonOutput json, Result result) {
        Verdict verdict = result.verdict();
        writeSource(json, result.source());
        verdict.kind().ifPresent(kind -> json.put("kind", kind.id()));
        json.put("outcome", verdict.outcome().id());
        json.startObject("facts");
        for (Map.Entry<String, Object> fact : Facts.of(verdict).entrySet()) {
            json.put(fact.getKey(), fact.getValue());
        }
        json.endObject();
        writeFindings(json, verdict.findings(), result.source());
        writeEffort(json, verdict.bytesRead(), verdict.elapsedNanos());
    }

    private static void writeEffort(JsonOutput json, long bytesRead, long elapsedNanos) {
        json.put("bytesRead", bytesRead);
        json.put("elapsedMicros", TimeUnit.NANOSECONDS.toMicros(elapsedNanos));
    }

    private static void writeFindings(JsonOutput json, List<Finding> findings, SourceName source) {
        json.startArray("findings");
        for (Finding finding : findings) {
            writeFinding(json, finding, source);
        }
        json.endArray();
        json.startArray("advice");
        json.endArray();
    }

    private static void writeFinding(JsonOutput json, Finding finding, SourceName source) {
        json.startObject();
        json.put("rule", finding.rule().id());
        finding.path().ifPresent(path -> json.put("path", path));
        json.put("severity", finding.severity().id());
        json.put("actual", finding.actual());
        json.put("limit", finding.limit());
        json.put("message", finding.message());
        json.put("fix", new Remedy(finding.fix(), source).inOneLine());
        json.endObject();
    }

    static void writeTool(JsonOutput json, Tool tool) {
        json.startObject("tool");
        json.put("name", tool.name());
        json.put("version", tool.version());
        json.endObject();
    }

    /** Every bound of the profile, all of them inclusive, as numbers. */
    static void writeLimits(JsonOutput json, Limits limits) {
        json.startObject("limits");
        json.put("profile", limits.profile());
        json.put("model", limits.model());
        json.put("source", limits.source());
        json.put("date", limits.date().toString());
        json.startObject("image");
        writeFormats(json, limits.imageFormats());
        writeSize(json, limits.imageSize());
        writeSide(json, limits.imageSide());
        json.put("longerOverShorterSideMax", limits.imageAspectRatio().toDecimal());
        json.endObject();
        json.startObject("video");
        writeFormats(json, limits.videoFormats());
        writeSize(json, limits.videoSize());
        writeSide(json, limits.videoSide());
        json.put("secondsMin", limits.videoMinSeconds().toDecimal());
        json.startObject("secondsMaxByOrientation");
        for (Orientation orientation : Orientation.values()) {
            json.put(orientation.id(), limits.videoMaxSeconds(orientation).toDecimal());
        }
        json.endObject();
        json.endObject();
        json.endObject();
    }

    private static void writeFormats(JsonOutput json, Set<Format> formats) {
        json.startArray("formats");
        formats.stream().sorted().forEach(format -> json.string(format.id()));
        json.endArray();
    }

    /** Both readings of a megabyte: up to the first a file passes, up to the second it is a warning. */
    private static void writeSize(JsonOutput json, Megabytes size) {
        json.put("bytesMax", size.decimalBytes());
        json.put("bytesMaxGenerous", size.binaryBytes());
    }

    private static void writeSide(JsonOutput json, Span side) {
        json.put("sideMin", side.min());
        json.put("sideMax", side.max());
    }
}
