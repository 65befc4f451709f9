package io.mediapreflight.submit;

import io.mediapreflight.json.Json;
import io.mediapreflight.submit.transport.Reply;
import io.mediapreflight.text.Phrase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads the reply to a question for a task. */
final class TaskResponse {
    private static final int OK = 200;

    private final String taskId;
    private final Reply reply;
    private final ResponseText response;

    private TaskResponse(String taskId, Reply reply, ApiKey key) {
        this.taskId = taskId;
        this.reply = reply;
        this.response = new ResponseText(reply, key);
    }

    /** @throws TaskException where the reply does not give the task's state */
    static Task read(String taskId, Reply reply, ApiKey key) throws TaskException {
        return new TaskResponse(taskId, reply, key).task();
    }

    private Task task() throws TaskException {
        if (!reply.isComplete(OK)) {
            throw failure(response.message());
        }
        Optional<String> failure = response.failure();
        if (failure.isPresent()) {
            throw failure(failure.get());
        }
        Json.Obj object = response.object();
        requireThisTask(object);
        String status = response.text("status")
                .orElseThrow(() -> failure(Phrase.of("submit:no-status").toString()));
        return new Task(
                taskId,
                status,
                response.text("model"),
                response.text("created_at"),
                response.text("completed_at"),
                object.array("videos").stream()
                        .flatMap(video -> video(video).stream())
                        .toList(),
                object.object("error").map(this::error),
                response.requestId());
    }

    /** A failure lets the request be sent again: one that is perhaps another task's, or the exchange's, does not. */
    private void requireThisTask(Json.Obj object) throws TaskException {
        if (object.get("task_id").isEmpty()) {
            throw failure(Phrase.of("submit:task-not-named").toString());
        }
        if (response.hasImplausibleTaskId() || !response.taskIds().equals(List.of(taskId))) {
            throw failure(Phrase.of("submit:other-task").toString());
        }
        long statuses = object.members().stream()
                .filter(member -> member.name().equals("status"))
                .count();
        if (statuses > 1) {
            throw failure(Phrase.of("submit:several-statuses").toString());
        }
    }

    private Optional<Task.Video> video(Json value) {
        return value instanceof Json.Obj video
                ? Optional.of(new Task.Video(
                        url(video, "url"),
                        number(video, "width"),
                        number(video, "height"),
                        number(video, "duration"),
                        url(video, "cover_url")))
                : Optional.empty();
    }

    /** Whole, however long: a URL that is cut short leads nowhere. */
    private Optional<String> url(Json.Obj video, String field) {
        return video.string(field).map(response::resultUrl);
    }

    private static Optional<Number> number(Json.Obj video, String field) {
        try {
            return video.scalar(field).map(BigDecimal::new);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Task.Failure error(Json.Obj error) {
        return new Task.Failure(
                error.scalar("code").map(response::masked),
                error.string("message").map(response::masked));
    }

    private TaskException failure(String message) {
        return new TaskException(taskId, message, reply, response.code(), response.requestId());
    }
}
