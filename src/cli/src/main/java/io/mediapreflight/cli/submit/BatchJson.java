package io.mediapreflight.cli.submit;

import io.mediapreflight.report.JsonDocument;
import io.mediapreflight.report.JsonOutput;
import io.mediapreflight.spec.RequestField;
import io.mediapreflight.submit.batch.BatchResult;
import io.mediapreflight.submit.batch.BatchSummary;
import io.mediapreflight.submit.upload.Upload;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** For programs: one object, or a line for each row and one at the end. Their keys are public. */
final class BatchJson implements BatchReport {
    private static final String SCHEMA = "preflight.submissions/1";

    private final JsonOutput json;
    private final boolean lines;

    private BatchJson(JsonOutput json, boolean lines) {
        this.json = json;
        this.lines = lines;
    }

    /** One object. */
    static BatchJson document(OutputStream out) {
        return new BatchJson(JsonOutput.indented(out), false);
    }

    /** An object on each line. */
    static BatchJson lines(OutputStream out) {
        return new BatchJson(JsonOutput.compact(out), true);
    }

    @Override
    public void begin() throws IOException {
        if (!lines) {
            json.startObject();
            json.put("schema", SCHEMA);
            json.startArray("results");
            json.drain();
        }
    }

    @Override
    public void add(BatchResult result) throws IOException {
        json.startObject();
        json.put("schema", SubmissionJson.SCHEMA);
        JsonDocument.writeSource(json, result.item().name());
        json.put("outcome", result.outcomeId());
        if (result instanceof BatchResult.Submitted submitted) {
            SubmissionMembers.write(json, submitted.submission());
            json.put("uploaded", submitted.uploaded());
        } else if (result instanceof BatchResult.NotCleared refused) {
            json.put("message", refused.why());
            json.name("check");
            JsonDocument.writeResult(json, refused.verdict());
        } else if (result instanceof BatchResult.NotUploaded failed) {
            json.put("message", failed.why());
        } else if (result instanceof BatchResult.NotRecorded failed) {
            json.put("message", failed.why());
            failed.submission()
                    .flatMap(submission -> submission.acceptedTaskId())
                    .ifPresent(id -> json.put("taskId", id));
        } else if (result instanceof BatchResult.Planned planned) {
            writeUploads(json, planned.uploads());
        }
        json.endObject();
        if (lines) {
            json.endLine();
        }
        json.drain();
    }

    /** What would be uploaded, as a member of an object. */
    static void writeUploads(JsonOutput json, List<Upload> uploads) {
        json.startArray("uploads");
        for (Upload upload : uploads) {
            json.startObject();
            json.put("path", RequestField.urlPath(upload.slot(), 0));
            json.put("name", upload.name());
            json.put("bytes", upload.digest().size());
            json.endObject();
        }
        json.endArray();
    }

    @Override
    public void end(BatchSummary summary, boolean allRead) throws IOException {
        if (lines) {
            json.startObject();
            json.put("schema", SCHEMA);
        } else {
            json.endArray();
        }
        json.startObject("summary");
        summary.counts().forEach(json::put);
        json.endObject();
        json.put("complete", allRead && summary.end().isEmpty());
        summary.end().ifPresent(end -> json.put("end", end.id()));
        summary.firstLeft()
                .flatMap(name -> name.line().stream().boxed().findFirst())
                .ifPresent(line -> json.put("firstLeft", line));
        json.endObject();
        json.endLine();
        json.drain();
    }
}
