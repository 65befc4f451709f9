package io.mediapreflight.cli.submit;

import io.mediapreflight.report.JsonOutput;
import io.mediapreflight.submit.Submission;
import io.mediapreflight.submit.journal.JournalRecord;
import java.util.OptionalInt;

/** What became of a submission, as members of an object. */
final class SubmissionMembers {
    private SubmissionMembers() {}

    static void write(JsonOutput json, Submission submission) {
        submission.acceptedTaskId().ifPresent(id -> json.put("taskId", id));
        if (submission instanceof Submission.Accepted accepted) {
            json.put("model", accepted.model());
            TaskJson.put(json, "createdAt", accepted.createdAt());
            TaskJson.put(json, "requestId", accepted.requestId());
            json.put("attempts", accepted.attempts());
        } else if (submission instanceof Submission.Refused refused) {
            put(json, "status", refused.status());
            TaskJson.put(json, "code", refused.code());
            json.put("message", refused.message());
            TaskJson.put(json, "requestId", refused.requestId());
            json.put("attempts", refused.attempts());
        } else if (submission instanceof Submission.Unanswered unanswered) {
            put(json, "status", unanswered.status());
            json.put("message", unanswered.why());
            unanswered.bytesSent().ifPresent(bytes -> json.put("bytesSent", bytes));
            TaskJson.put(json, "requestId", unanswered.requestId());
            json.put("attempts", unanswered.attempts());
        } else if (submission instanceof Submission.AlreadyAccepted already) {
            known(json, already.entry());
        } else if (submission instanceof Submission.AlreadyUnanswered already) {
            known(json, already.entry());
        }
    }

    private static void known(JsonOutput json, JournalRecord entry) {
        json.put("model", entry.model());
        TaskJson.put(json, "requestId", entry.requestId());
        TaskJson.put(json, "message", entry.message());
        json.startObject("journal");
        JournalCommand.writeMembers(json, entry);
        json.endObject();
    }

    private static void put(JsonOutput json, String key, OptionalInt value) {
        value.ifPresent(number -> json.put(key, number));
    }
}
