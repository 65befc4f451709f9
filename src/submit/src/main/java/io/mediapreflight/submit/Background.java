package io.mediapreflight.submit;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/** Work in another thread. To cancel it is to interrupt it. */
final class Background<T> extends CompletableFuture<T> {
    private final FutureTask<Boolean> task;

    private Background(Callable<T> work) {
        task = new FutureTask<>(() -> run(work));
    }

    static <T> CompletableFuture<T> start(Executor executor, Callable<T> work) {
        Background<T> background = new Background<>(work);
        executor.execute(background.task);
        return background;
    }

    private boolean run(Callable<T> work) {
        try {
            return complete(work.call());
        } catch (Exception | Error e) {
            return completeExceptionally(e);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        task.cancel(true);
        return cancelled;
    }

    /** What is made of this future is a future like any other. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
