package io.mediapreflight.cli.check;

import io.mediapreflight.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Judges URLs and objects some at a time, since nearly all of that is waiting, and hands on their verdicts in the order of the arguments. */
final class RemoteAhead implements AutoCloseable {
    /** As many as most servers let one client have, times a few hosts. */
    static final int IN_FLIGHT = 16;

    /** Each is a download, and FFmpeg looks at one after the other. */
    static final int DEEP_IN_FLIGHT = 2;

    private final FileJudge judge;
    private final List<String> names;
    private final ExecutorService threads;
    private final Map<Integer, Future<Verdict>> pending = new HashMap<>();

    RemoteAhead(FileJudge judge, List<String> names, int inFlight) {
        this.judge = judge;
        this.names = names;
        this.threads = Executors.newFixedThreadPool(inFlight, task -> {
            Thread thread = new Thread(task, "preflight remote");
            thread.setDaemon(true);
            return thread;
        });
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (FileJudge.isRemote(name)) {
                pending.put(i, threads.submit(() -> judge.judge(name)));
            }
        }
    }

    /** The verdict on the argument at this place. */
    Verdict judge(int index) {
        Future<Verdict> future = pending.remove(index);
        if (future == null) {
            return judge.judge(names.get(index));
        }
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return judge.interrupted(names.get(index));
        } catch (CancellationException e) {
            return judge.interrupted(names.get(index));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
