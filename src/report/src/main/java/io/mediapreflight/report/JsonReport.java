package io.mediapreflight.report;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.spec.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** One JSON object, {@code preflight.report/1}. The results are streamed; the summary comes after them. */
public final class JsonReport implements Report {
    private static final String SCHEMA = "preflight.report/1";

    private final JsonOutput json;
    private final Tool tool;

    /** Writes to this stream, which it neither flushes nor closes. */
    public JsonReport(OutputStream out, Tool tool) {
        this.json = JsonOutput.indented(out);
        this.tool = tool;
    }

    /** The result of one file or request as one line of JSON, {@code preflight.result/1}, without an end of line. */
    public static String toJson(Verdict verdict) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            JsonOutput json = JsonOutput.compact(out);
            JsonDocument.writeResult(json, verdict);
            json.drain();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void begin(Limits limits) throws IOException {
        json.startObject();
        json.put("schema", SCHEMA);
        JsonDocument.writeTool(json, tool);
        JsonDocument.writeLimits(json, limits);
        json.startArray("results");
        json.drain();
    }

    @Override
    public void add(Verdict verdict) throws IOException {
        JsonDocument.writeResult(json, verdict);
        json.drain();
    }

    @Override
    public void add(MediaVerdict verdict, Fixing fixing) throws IOException {
        JsonDocument.writeResult(json, verdict, fixing);
        json.drain();
    }

    @Override
    public void end(Summary summary) throws IOException {
        json.endArray();
        json.put("complete", summary.complete());
        json.startObject("summary");
        JsonDocument.writeCounts(json, summary);
        json.endObject();
        json.endObject();
        json.endLine();
        json.drain();
    }
}
