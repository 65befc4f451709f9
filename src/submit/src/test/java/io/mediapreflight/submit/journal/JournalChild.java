package io.mediapreflight.submit.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A process that sends many requests in an order of its own, until it is done or killed. */
final class JournalChild {
    private JournalChild() {}

    /** Arguments: the journal, the file that stands for the service, how many requests, how many threads, a seed. */
    public static void main(String[] arguments) throws Exception {
        int requests = Integer.parseInt(arguments[2]);
        sendAll(
                Journals.open(Path.of(arguments[0])),
                Path.of(arguments[1]),
                requests,
                Integer.parseInt(arguments[3]),
                new Random(Long.parseLong(arguments[4])));
    }

    static void sendAll(Journal journal, Path service, int requests, int threads, Random random) throws Exception {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            order.add(i);
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Collections.shuffle(order, random);
            List<Integer> mine = List.copyOf(order);
            running.add(pool.submit(() -> {
                for (int request : mine) {
                    send(journal, service, "d" + request);
                }
                return null;
            }));
        }
        pool.shutdown();
        for (Future<?> thread : running) {
            thread.get();
        }
    }

    private static void send(Journal journal, Path service, String digest) throws IOException {
        if (journal.begin(Journals.intent(digest), false) instanceof Decision.Proceed proceed) {
            Files.writeString(service, digest + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            journal.finish(proceed.entryId(), Journals.accepted("task_" + digest));
        }
    }
}
