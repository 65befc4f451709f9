package io.mediapreflight.cli.submit;

import io.mediapreflight.Verdict;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.report.JsonDocument;
import io.mediapreflight.report.JsonOutput;
import io.mediapreflight.submit.Submission;
import io.mediapreflight.submit.journal.JournalRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalInt;

/** For programs: one object. Its keys are public. */
final class SubmissionJson implements SubmitReport {
    private static final String SCHEMA = "preflight.submission/1";

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
    public void dryRun(DryRun run) throws IOException {
        begin("dryRun");
        json.startObject("request");
        json.put("method", run.method());
        json.put("url", run.url().toString());
        json.startObject("headers");
        run.headers().forEach(json::put);
        json.endObject();
        json.putJson("body", run.body());
        json.endObject();
        end();
    }

    @Override
    public void submitted(Submission submission) {
        begin(submission.outcomeId());
        submission.acceptedTaskId().ifPresent(id -> json.put("taskId", id));
        if (submission instanceof Submission.Accepted accepted) {
            json.put("model", accepted.model());
            TaskJson.put(json, "createdAt", accepted.createdAt());
            TaskJson.put(json, "requestId", accepted.requestId());
            json.put("attempts", accepted.attempts());
        } else if (submission instanceof Submission.Refused refused) {
            put("status", refused.status());
            TaskJson.put(json, "code", refused.code());
            json.put("message", refused.message());
            TaskJson.put(json, "requestId", refused.requestId());
            json.put("attempts", refused.attempts());
        } else if (submission instanceof Submission.Unanswered unanswered) {
            put("status", unanswered.status());
            json.put("message", unanswered.why());
            unanswered.bytesSent().ifPresent(bytes -> json.put("bytesSent", bytes));
            TaskJson.put(json, "requestId", unanswered.requestId());
            json.put("attempts", unanswered.attempts());
        } else if (submission instanceof Submission.AlreadyAccepted already) {
            known(already.entry());
        } else if (submission instanceof Submission.AlreadyUnanswered already) {
            known(already.entry());
        }
    }

    private void known(JournalRecord entry) {
        json.put("model", entry.model());
        TaskJson.put(json, "requestId", entry.requestId());
        TaskJson.put(json, "message", entry.message());
        json.startObject("journal");
        JournalCommand.writeMembers(json, entry);
        json.endObject();
    }

    private void put(String key, OptionalInt value) {
        value.ifPresent(number -> json.put(key, number));
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
