package io.mediapreflight.submit;

import java.time.Duration;

/** Is told how the waiting for a task goes. Called in the thread that waits. */
public interface TaskListener {
    /** Wants to know nothing. */
    TaskListener NONE = new TaskListener() {};

    /** The service told the task's state. */
    default void seen(Task task) {}

    /** The service did not tell; it is asked again after a while. */
    default void failure(TaskException failure, Duration pause) {}
}
