package io.mediapreflight.cli.submit;

import io.mediapreflight.report.JsonOutput;
import io.mediapreflight.submit.Task;
import java.math.BigDecimal;
import java.util.Optional;

/** Tasks as JSON. The keys are public: programs depend on them. */
final class TaskJson {
    private TaskJson() {}

    /** The members of a task, within an object. */
    static void writeMembers(JsonOutput json, Task task) {
        json.put("taskId", task.taskId());
        json.put("status", task.status());
        put(json, "model", task.model());
        put(json, "createdAt", task.createdAt());
        put(json, "completedAt", task.completedAt());
        json.startArray("videos");
        for (Task.Video video : task.videos()) {
            json.startObject();
            put(json, "url", video.url());
            putNumber(json, "width", video.width());
            putNumber(json, "height", video.height());
            putNumber(json, "duration", video.duration());
            put(json, "coverUrl", video.coverUrl());
            json.endObject();
        }
        json.endArray();
        if (task.error().isPresent()) {
            json.startObject("error");
            put(json, "code", task.error().get().code());
            put(json, "message", task.error().get().message());
            json.endObject();
        }
        put(json, "requestId", task.requestId());
    }

    static void put(JsonOutput json, String key, Optional<String> value) {
        value.ifPresent(text -> json.put(key, text));
    }

    private static void putNumber(JsonOutput json, String key, Optional<Number> value) {
        value.ifPresent(number -> json.put(key, new BigDecimal(number.toString())));
    }
}
