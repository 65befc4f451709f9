package io.mediapreflight.report;

import io.mediapreflight.Verdict;
import io.mediapreflight.spec.Limits;
import java.io.IOException;
import java.io.OutputStream;

/** One JSON object, {@code preflight.report/1}. The results are streamed; the summary comes after them. */
public final class JsonReport implements Report {
    private static final String SCHEMA = "preflight.report/1";

    private final JsonOutput json;
    private final Tool tool;

    public JsonReport(OutputStream out, Tool tool) {
        this.json = JsonOutput.indented(out);
        this.tool = tool;
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
