package io.mediapreflight.submit;

import io.mediapreflight.submit.transport.Reply;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The state of a task could not be read. This says nothing about the task; it can be requested again. */
public class TaskException extends IOException {
    private static final long serialVersionUID = 1;

    private final String taskId;
    private final int status;
    private final @Nullable String code;
    private final @Nullable String requestId;
    private final transient @Nullable Reply reply;

    TaskException(
            String taskId, String message, @Nullable Reply reply, Optional<String> code, Optional<String> requestId) {
        super(message);
        this.taskId = taskId;
        this.status = reply == null ? 0 : reply.status().orElse(0);
        this.code = code.orElse(null);
        this.requestId = requestId.orElse(null);
        this.reply = reply;
    }

    /** The requested task. */
    public String taskId() {
        return taskId;
    }

    /** The status of the response; empty where there was none. */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** The service's error code. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /** The service's id of the exchange. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** The reply, where there was one. */
    Optional<Reply> reply() {
        return Optional.ofNullable(reply);
    }
}
