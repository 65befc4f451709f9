package io.mediapreflight.submit.chaos;

import io.mediapreflight.ClearedRequest;
import io.mediapreflight.LocalMedia;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.submit.ApiKey;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.Submission;
import io.mediapreflight.submit.contract.Cleared;
import io.mediapreflight.submit.journal.FileJournal;
import io.mediapreflight.submit.journal.Journal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A process that submits every request once, in an order of its own, with several threads that are interrupted at random. */
public final class ChaosWorker {
    /** A word of the key that stands nowhere else. */
    static final String CORE_OF_KEY = "q7Zk2vX9mB4tR8wY";

    private static final ApiKey KEY = ApiKey.of("sk-chaos-" + CORE_OF_KEY + "/+=~.end");

    private static final Logger LOG = Logger.getLogger(ChaosWorker.class.getName());

    private final Service service;
    private final List<Integer> order;
    private final AtomicInteger next = new AtomicInteger();
    private final LocalMedia media;

    ChaosWorker(URI url, Journal journal, Path directory, int requests, Random random) {
        service = Service.builder()
                .baseUrl(url)
                .apiKey(KEY)
                .connectTimeout(Duration.ofSeconds(5))
                .attemptTimeout(Duration.ofSeconds(1))
                .deadline(Duration.ofSeconds(5))
                .sleeper(duration -> TimeUnit.MILLISECONDS.sleep(duration.toMillis() / 50))
                .journal(journal)
                .build();
        media = LocalMedia.of(directory.resolve("image.jpg"), directory.resolve("video.mp4"));
        order = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
    }

    /** Arguments: the service, the journal, the directory of the media, how many requests, how many threads, a seed. */
    public static void main(String[] arguments) throws Exception {
        work(arguments, FileJournal.open(Path.of(arguments[1])));
    }

    /** Submits all requests, with a journal that was opened as the second of the arguments says. */
    public static void work(String[] arguments, Journal journal) throws Exception {
        logEverything();
        Random random = new Random(Long.parseLong(arguments[5]));
        ChaosWorker worker = new ChaosWorker(
                URI.create(arguments[0]), journal, Path.of(arguments[2]), Integer.parseInt(arguments[3]), random);
        worker.run(Integer.parseInt(arguments[4]), random);
    }

    private static void logEverything() {
        ConsoleHandler handler = new ConsoleHandler();
        handler.setLevel(Level.ALL);
        Logger root = Logger.getLogger("");
        root.setLevel(Level.FINE);
        root.addHandler(handler);
    }

    private void run(int count, Random random) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(new Thread(this::submitAll));
        }
        threads.forEach(Thread::start);
        while (threads.stream().anyMatch(Thread::isAlive)) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
            threads.get(random.nextInt(count)).interrupt();
        }
    }

    private void submitAll() {
        for (int i = next.getAndIncrement(); i < order.size(); i = next.getAndIncrement()) {
            submit(order.get(i));
            Thread.interrupted();
        }
    }

    private void submit(int request) {
        try {
            ClearedRequest cleared = Cleared.request(body(request), media, Clock.systemUTC());
            Submission submission = service.submitter().submit(cleared);
            say(request + " " + submission);
            if (submission instanceof Submission.Unanswered unanswered
                    && unanswered.rawBody().orElse("").contains(CORE_OF_KEY)) {
                say("leaked in a raw body: " + CORE_OF_KEY);
            }
        } catch (Exception | Error e) {
            LOG.log(Level.SEVERE, "request " + request, e); // gathered, and searched for the key
        }
    }

    /** The digest by which the journal knows a request. */
    String digest(int request) {
        return service.submitter().digest(Cleared.request(body(request), media, Clock.systemUTC()));
    }

    private static GenerationRequest body(int request) {
        return Cleared.REQUEST.toBuilder()
                .prompt("chaos " + request + ". A dancer performs graceful movements in a sunlit studio")
                .build();
    }

    private static synchronized void say(String line) {
        System.out.println(line);
    }
}
