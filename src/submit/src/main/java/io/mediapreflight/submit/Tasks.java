package io.mediapreflight.submit;

import io.mediapreflight.submit.http.Deadline;
import io.mediapreflight.submit.http.RetryAfter;
import io.mediapreflight.submit.transport.Reply;
import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Asks the service what became of tasks. Asking costs nothing, and is tried again where that can help. */
public final class Tasks {
    /** As the service recommends. */
    static final Duration POLLING = Duration.ofSeconds(2);

    /** The longest that {@link #await(String)} waits: motion control takes minutes. */
    static final Duration WAIT_TIMEOUT = Duration.ofMinutes(30);

    /** Asking again does not change these: the request is wrong, the key is, or the task is unknown or expired. */
    private static final Set<Integer> FINAL = Set.of(400, 401, 402, 403, 404, 405, 406, 410, 414, 422, 431, 451);

    private final Service service;

    Tasks(Service service) {
        this.service = service;
    }

    /**
     * A task as it is now.
     *
     * @throws TaskException where the service does not give the task's state
     * @throws InterruptedException where the thread is interrupted before it does
     * @throws JournalException where it has ended, and the journal cannot take that down; it holds the task
     */
    public Task task(String id) throws TaskException, InterruptedException, JournalException {
        return ended(ask(service.retrying(), id, service.in(service.deadline())));
    }

    /** Waits until a task has succeeded or failed, half an hour at most. */
    public Task await(String id) throws TaskException, InterruptedException, JournalException {
        return await(id, WAIT_TIMEOUT, TaskListener.NONE);
    }

    /**
     * Asks every two seconds, less often while that fails, until a task has succeeded or failed.
     *
     * @throws WaitTimeoutException where it has not within this time; the task goes on
     * @throws TaskException where the service knows no such task, or refuses to give its state
     * @throws InterruptedException where the thread is interrupted; the task goes on
     * @throws JournalException where it has ended, and the journal cannot take that down; it holds the task
     */
    public Task await(String id, Duration limit, TaskListener listener)
            throws TaskException, InterruptedException, JournalException {
        return ended(new Wait(id, limit, listener).untilEnded());
    }

    private Task ask(Transport transport, String id, Deadline deadline) throws TaskException, InterruptedException {
        long start = service.nanoTime();
        Reply reply = transport.exchange(Call.get(service, service.endpoint().task(id), deadline));
        if (Thread.interrupted()) {
            throw new InterruptedException(Phrase.of("submit:interrupted-polling")
                    .with("task", Excerpt.sentence(id))
                    .toString());
        }
        try {
            Task task = TaskResponse.read(id, reply, service.key());
            service.listener().polled(id, task.status(), service.since(start));
            return task;
        } catch (TaskException e) {
            service.listener().pollFailed(id, e, service.since(start));
            throw e;
        }
    }

    private Task ended(Task task) throws JournalException {
        if (task.hasEnded()) {
            try {
                service.journal().taskEnded(service.baseUrl(), task.taskId(), task.status());
            } catch (IOException e) {
                throw JournalException.after(task, e);
            }
        }
        return task;
    }

    /** One wait for one task. */
    private final class Wait {
        private final String id;
        private final Duration limit;
        private final TaskListener listener;
        private final Deadline deadline;
        private Optional<Task> last = Optional.empty();
        private String failure = "";
        private int failures;

        Wait(String id, Duration limit, TaskListener listener) {
            this.id = id;
            this.limit = limit;
            this.listener = listener;
            deadline = service.in(limit);
        }

        Task untilEnded() throws TaskException, InterruptedException {
            while (true) {
                Duration pause = look();
                if (last.isPresent() && last.get().hasEnded()) {
                    return last.get();
                }
                if (!deadline.isAfter(pause)) {
                    throw new WaitTimeoutException(id, limit, last, failure);
                }
                service.sleeper().sleep(pause);
            }
        }

        /** Asks once, and says how long to wait before the next time. */
        private Duration look() throws TaskException, InterruptedException {
            try {
                Task task = ask(call -> service.once().exchange(call.within(call.timeLeft())), id, deadline);
                failures = 0;
                failure = "";
                last = Optional.of(task);
                listener.seen(task);
                return POLLING;
            } catch (TaskException e) {
                if (FINAL.contains(e.status().orElse(0))) {
                    throw e;
                }
                failures++;
                failure = String.valueOf(e.getMessage());
                Duration pause = pauseAfter(e);
                listener.failure(e, pause);
                return pause;
            }
        }

        private Duration pauseAfter(TaskException e) {
            Duration backoff = service.backoff().after(failures);
            Duration least = backoff.compareTo(POLLING) < 0 ? POLLING : backoff;
            return e.reply()
                    .flatMap(reply -> RetryAfter.of(reply, service.clock().instant()))
                    .filter(asked -> asked.compareTo(least) > 0)
                    .orElse(least);
        }
    }
}
