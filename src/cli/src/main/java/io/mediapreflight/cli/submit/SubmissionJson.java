package io.mediapreflight.cli.submit;

import io.mediapreflight.Verdict;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.report.JsonDocument;
import io.mediapreflight.report.JsonOutput;
import io.mediapreflight.submit.Submission;
import io.mediapreflight.submit.upload.Upload;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** For programs: one object. Its keys are public. */
final class SubmissionJson implements SubmitReport {
    static final String SCHEMA = "preflight.submission/1";

    private final JsonOutput json;
    private final Diagnostics diagnostics;

    SubmissionJson(OutputStream out, Diagnostics diagnostics) {
        this.json = JsonOutput.indented(out);
        this.diagnostics = diagnostics;
    }

    @Override
    public void cleared(Verdict verdict) {}

    private void begin(String outcome) {
        json.startObject();
        json.put("schema", SCHEMA);
        json.put("outcome", outcome);
    }

    @Override
    public void notCleared(Verdict verdict, String why) throws IOException {
        begin("notCleared");
        json.put("message", why);
        json.name("check");
        JsonDocument.writeResult(json, verdict);
        end();
    }

    @Override
    public void dryRun(Optional<DryRun> run, List<Upload> uploads) throws IOException {
        begin("dryRun");
        if (run.isPresent()) {
            json.startObject("request");
            json.put("method", run.get().method());
            json.put("url", run.get().url().toString());
            json.startObject("headers");
            run.get().headers().forEach(json::put);
            json.endObject();
            json.putJson("body", run.get().body());
            json.endObject();
        }
        if (!uploads.isEmpty()) {
            BatchJson.writeUploads(json, uploads);
        }
        end();
    }

    @Override
    public void submitted(Submission submission) {
        begin(submission.outcomeId());
        SubmissionMembers.write(json, submission);
    }

    @Override
    public void waited(TaskOutcome outcome) {
        outcome.task().ifPresent(task -> {
            json.startObject("task");
            TaskJson.writeMembers(json, task);
            json.endObject();
        });
        if (outcome.task().isEmpty()) {
            json.startObject("taskTrouble");
            writeFailure(json, outcome);
            json.endObject();
        }
        outcome.message().ifPresent(diagnostics::say);
    }

    /** Why nothing is known of a task, as members of an object. */
    static void writeFailure(JsonOutput json, TaskOutcome outcome) {
        if (outcome.failure().isPresent()) {
            outcome.failure().get().status().ifPresent(status -> json.put("httpStatus", status));
            TaskJson.put(json, "code", outcome.failure().get().code());
            TaskJson.put(json, "requestId", outcome.failure().get().requestId());
        }
        TaskJson.put(json, "message", outcome.message());
    }

    @Override
    public void end() throws IOException {
        json.endObject();
        json.endLine();
        json.drain();
    }
}
