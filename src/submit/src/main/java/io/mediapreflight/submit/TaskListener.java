package io.mediapreflight.submit;

import java.time.Duration;

/** Follows the wait for a task. Called in the thread that waits. */
public interface TaskListener {
    /** Ignores everything. */
    TaskListener NONE = new TaskListener() {};

    /** The service has sent the task's state. */
    default void seen(Task task) {}

    /** The task's state could not be read; the request is repeated after a pause. */
    default void failure(TaskException failure, Duration pause) {}
}
