package io.mediapreflight.report;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.spec.Limits;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A line of JSON for each result, {@code preflight.result/1}, and nothing else; but where the run was interrupted a last
 * line, {@code preflight.summary/1}, says so, since nothing else would.
 */
public final class JsonlReport implements Report {
    private static final String SUMMARY_SCHEMA = "preflight.summary/1";

    private final JsonOutput json;

    /** Writes to this stream, which it neither flushes nor closes. */
    public JsonlReport(OutputStream out) {
        this.json = JsonOutput.compact(out);
    }

    @Override
    public void begin(Limits limits) {}

    @Override
    public void add(Verdict verdict) throws IOException {
        JsonDocument.writeResult(json, verdict);
        json.endLine();
        json.drain();
    }

    @Override
    public void add(MediaVerdict verdict, Fixing fixing) throws IOException {
        JsonDocument.writeResult(json, verdict, fixing);
        json.endLine();
        json.drain();
    }

    @Override
    public void end(Summary summary) throws IOException {
        if (summary.complete()) {
            return;
        }
        json.startObject();
        json.put("schema", SUMMARY_SCHEMA);
        json.put("complete", false);
        JsonDocument.writeCounts(json, summary);
        json.endObject();
        json.endLine();
        json.drain();
    }
}
